package org.carelane.deployment.kubernetes;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree.Kind;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.tools.ToolProvider;

/** What stands in Java sources, as the compiler reads them. */
final class JavaSources {

  private final List<CompilationUnitTree> units = new ArrayList<>();

  JavaSources(List<Path> files) {
    var compiler = ToolProvider.getSystemJavaCompiler();
    var manager = compiler.getStandardFileManager(null, null, null);
    var task =
        (JavacTask)
            compiler.getTask(
                null, manager, null, null, null, manager.getJavaFileObjectsFromPaths(files));
    try {
      task.parse().forEach(units::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Names of properties that records of settings bind, such as carelane.booking.hold-for. */
  Set<String> properties() {
    var properties = new HashSet<String>();
    for (var unit : units) {
      new TreeScanner<Void, Void>() {
        @Override
        public Void visitClass(ClassTree type, Void none) {
          type.getModifiers().getAnnotations().stream()
              .filter(it -> it.getAnnotationType().toString().equals("ConfigurationProperties"))
              .forEach(it -> addComponents(argument(it), type, records(unit), properties));
          return super.visitClass(type, none);
        }
      }.scan(unit, null);
    }
    return properties;
  }

  /** The constants of an enum with the strings they are made of. */
  Map<String, List<String>> constants(String enumName) {
    var constants = new HashMap<String, List<String>>();
    for (var unit : units) {
      new TreeScanner<Void, Void>() {
        @Override
        public Void visitClass(ClassTree type, Void none) {
          if (type.getKind() == Kind.ENUM && type.getSimpleName().contentEquals(enumName)) {
            type.getMembers().stream()
                .filter(VariableTree.class::isInstance)
                .map(VariableTree.class::cast)
                .filter(it -> it.getInitializer() instanceof NewClassTree)
                .forEach(
                    it ->
                        constants.put(
                            it.getName().toString(),
                            ((NewClassTree) it.getInitializer())
                                .getArguments().stream().map(JavaSources::text).toList()));
          }
          return super.visitClass(type, none);
        }
      }.scan(unit, null);
    }
    return constants;
  }

  private static void addComponents(
      String prefix, ClassTree type, Map<String, ClassTree> records, Set<String> properties) {
    for (var member : type.getMembers()) {
      if (member instanceof VariableTree component
          && component.getModifiers().getFlags().stream()
              .noneMatch(it -> it.toString().equals("static"))) {
        var name = prefix + "." + name(component);
        var nested = records.get(component.getType().toString());
        if (nested == null) {
          properties.add(name);
        } else {
          addComponents(name, nested, records, properties);
        }
      }
    }
  }

  private static String name(VariableTree component) {
    return component.getModifiers().getAnnotations().stream()
        .filter(it -> it.getAnnotationType().toString().equals("Name"))
        .findFirst()
        .map(JavaSources::argument)
        .orElseGet(() -> dashed(component.getName().toString()));
  }

  private static Map<String, ClassTree> records(CompilationUnitTree unit) {
    var records = new HashMap<String, ClassTree>();
    new TreeScanner<Void, Void>() {
      @Override
      public Void visitClass(ClassTree type, Void none) {
        if (type.getKind() == Kind.RECORD) {
          records.put(type.getSimpleName().toString(), type);
        }
        return super.visitClass(type, none);
      }
    }.scan(unit, null);
    return records;
  }

  private static String argument(AnnotationTree annotation) {
    var first = annotation.getArguments().getFirst();
    return text(first instanceof AssignmentTree assignment ? assignment.getExpression() : first);
  }

  private static String text(ExpressionTree expression) {
    return expression instanceof LiteralTree literal
        ? String.valueOf(literal.getValue())
        : expression.toString();
  }

  private static String dashed(String camelCase) {
    return camelCase.replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT);
  }
}
