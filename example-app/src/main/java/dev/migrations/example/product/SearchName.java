package dev.migrations.example.product;

import static java.text.Normalizer.Form.NFD;

import java.text.Normalizer;
import java.util.Locale;

/** A name as people type it into a search field: lower case and without accents. */
final class SearchName {

  private SearchName() {}

  static String of(String name) {
    return Normalizer.normalize(name, NFD).replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT);
  }
}
