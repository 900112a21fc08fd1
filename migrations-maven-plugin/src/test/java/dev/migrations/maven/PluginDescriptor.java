package dev.migrations.maven;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The descriptor of the plugin as Maven reads it. */
final class PluginDescriptor {

  private static final Path FILE = Path.of("target", "classes", "META-INF", "maven", "plugin.xml");

  private PluginDescriptor() {}

  /**
   * Gives the parameters that a test has not set the values that Maven gives them: the default of
   * the descriptor, or an empty list. Expressions are left to the test.
   */
  static void setDefaults(AbstractMigrationsMojo mojo) {
    try {
      AbstractMigrationsMojo untouched = mojo.getClass().getDeclaredConstructor().newInstance();
      for (Element parameter : parametersOf(mojo.getClass().getName())) {
        Field field = field(mojo.getClass(), parameter.getTagName());
        if (Objects.equals(field.get(mojo), field.get(untouched))) {
          setDefault(mojo, field, parameter.getAttribute("default-value"));
        }
      }
    } catch (ReflectiveOperationException ex) {
      throw new IllegalStateException("The descriptor does not fit the goal", ex);
    }
  }

  private static void setDefault(Object mojo, Field field, String value)
      throws IllegalAccessException {
    Class<?> type = field.getType();
    if (value.startsWith("${")) {
      return;
    }
    if (type == List.class) {
      field.set(mojo, value.isEmpty() ? List.of() : List.of(value.split(",")));
    } else if (!value.isEmpty()) {
      field.set(mojo, converted(type, value));
    }
  }

  private static Object converted(Class<?> type, String value) {
    if (type == int.class || type == Integer.class) {
      return Integer.valueOf(value);
    }
    if (type == boolean.class) {
      return Boolean.valueOf(value);
    }
    if (type == String.class) {
      return value;
    }
    throw new IllegalStateException("No test has had a default of this type yet: " + type);
  }

  private static Field field(Class<?> goal, String name) throws NoSuchFieldException {
    for (Class<?> type = goal; type != null; type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        if (field.getName().equals(name)) {
          field.setAccessible(true);
          return field;
        }
      }
    }
    throw new NoSuchFieldException(name);
  }

  private static List<Element> parametersOf(String implementation) {
    for (Element goal : elements(root().getElementsByTagName("mojo"))) {
      if (text(goal, "implementation").equals(implementation)) {
        Element configuration = (Element) goal.getElementsByTagName("configuration").item(0);
        return elements(configuration.getChildNodes());
      }
    }
    throw new IllegalStateException(implementation + " is not in " + FILE);
  }

  private static String text(Element parent, String child) {
    return parent.getElementsByTagName(child).item(0).getTextContent();
  }

  private static List<Element> elements(NodeList nodes) {
    return IntStream.range(0, nodes.getLength())
        .mapToObj(nodes::item)
        .filter(Element.class::isInstance)
        .map(Element.class::cast)
        .toList();
  }

  private static Element root() {
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(FILE.toFile())
          .getDocumentElement();
    } catch (IOException ex) {
      throw new UncheckedIOException(ex);
    } catch (ParserConfigurationException | SAXException ex) {
      throw new IllegalStateException("The descriptor cannot be read", ex);
    }
  }
}
