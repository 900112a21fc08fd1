-- revision: 3930ab015374
-- down-revision: 14285249d6ce
-- message: Give every product a category

-- The second of three steps to a required column: fill it. The category is one that nothing else
-- uses, so that the way back finds exactly the rows that had none.

-- upgrade
INSERT INTO product_categories (code, name) VALUES ('other', 'Everything else');
UPDATE products SET category_code = 'other' WHERE category_code IS NULL;

-- downgrade
UPDATE products SET category_code = NULL WHERE category_code = 'other';
DELETE FROM product_categories WHERE code = 'other';
