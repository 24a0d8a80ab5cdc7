package dev.spotter;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a class shows to others, a line a member, read from its compiled form. */
final class Signatures {
  private Signatures() {}

  /**
   * @param made whether others may make one
   */
  static List<String> of(Class<?> type, boolean made) {
    List<String> lines = new ArrayList<>();
    for (Method method : type.getDeclaredMethods()) {
      if (shown(method) && !method.isSynthetic() && !ofEveryRecord(type, method)) {
        String result =
            nullable(method.getAnnotatedReturnType()) + name(method.getGenericReturnType());
        lines.add(
            still(method) + method.getName() + parameters(method) + ": " + result + thrown(method));
      }
    }
    for (Field field : type.getDeclaredFields()) {
      if (Modifier.isPublic(field.getModifiers())) {
        lines.add(field.getName() + ": " + name(field.getGenericType()));
      }
    }
    for (Constructor<?> constructor :
        made ? type.getDeclaredConstructors() : new Constructor<?>[0]) {
      if (shown(constructor)) {
        lines.add("new" + parameters(constructor) + thrown(constructor));
      }
    }
    String head = name(type) + " " + kind(type) + above(type) + ": ";
    return lines.isEmpty() ? List.of(head) : lines.stream().map(l -> head + l).sorted().toList();
  }

  private static String kind(Class<?> type) {
    String kind =
        type.isRecord()
            ? "record"
            : type.isEnum() ? "enum" : type.isInterface() ? "interface" : "class";
    boolean open = kind.equals("class") && !Modifier.isFinal(type.getModifiers());
    return (open ? "open " : "") + (type.isSealed() ? "sealed " : "") + kind;
  }

  private static String above(Class<?> type) {
    return Stream.concat(
            Stream.ofNullable(type.getSuperclass()), Arrays.stream(type.getInterfaces()))
        .map(Class::getName)
        .filter(n -> !n.matches("java\\.lang\\.(Object|Record|Enum)"))
        .map(n -> " < " + n)
        .collect(Collectors.joining());
  }

  private static boolean shown(Executable member) {
    return (member.getModifiers() & (Modifier.PUBLIC | Modifier.PROTECTED)) != 0;
  }

  private static boolean ofEveryRecord(Class<?> type, Method method) {
    return method.getDeclaringClass() == type
        && List.of("equals", "hashCode", "toString").contains(method.getName());
  }

  private static String still(Method method) {
    return Modifier.isStatic(method.getModifiers()) ? "static " : "";
  }

  private static String parameters(Executable member) {
    return Arrays.stream(member.getParameters())
        .map(Signatures::parameter)
        .collect(Collectors.joining(", ", "(", ")"));
  }

  private static String parameter(Parameter parameter) {
    return nullable(parameter.getAnnotatedType()) + name(parameter.getParameterizedType());
  }

  private static String thrown(Executable member) {
    return Arrays.stream(member.getExceptionTypes())
        .map(t -> " throws " + t.getName())
        .sorted()
        .collect(Collectors.joining());
  }

  private static String nullable(AnnotatedType type) {
    return ((AnnotatedElement) type).isAnnotationPresent(Nullable.class) ? "@Nullable " : "";
  }

  private static String name(java.lang.reflect.Type type) {
    return type.getTypeName().replaceAll("java\\.(lang|util|time)\\.(?=[A-Z])", "");
  }
}
