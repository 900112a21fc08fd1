/** PostgreSQL's lexical rules: quoting, and the splitting of a script into statements. */
@NullMarked
package dev.migrations.sql;

import org.jspecify.annotations.NullMarked;
