package dev.galley;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The rules of the house, for any root package, so that they can be tried on planted violations.
 */
final class HouseRules {

  /** What each package may use besides itself. The order is that of the flow. */
  private static final Map<String, List<String>> MAY_USE = new LinkedHashMap<>();

  static {
    MAY_USE.put("text", List.of());
    MAY_USE.put("finding", List.of("text"));
    MAY_USE.put("grammar", List.of());
    // mail reads archives and commits, tree reads bases, and neither may use the other.
    MAY_USE.put("git", List.of());
    MAY_USE.put("mail", List.of("git", "grammar", "text", "finding"));
    MAY_USE.put("patch", List.of("grammar", "text", "finding"));
    MAY_USE.put("series", List.of("mail", "patch", "text", "finding"));
    MAY_USE.put("tree", List.of("git", "patch", "text", "finding"));
    // The index of symbols is kept per tree, and fragments come from hunks.
    MAY_USE.put("kernelc", List.of("grammar", "tree", "patch", "text", "finding"));
    MAY_USE.put("search", List.of("kernelc", "tree", "text"));
    MAY_USE.put(
        "convert",
        List.of(
            "search", "kernelc", "series", "tree", "mail", "patch", "grammar", "text", "finding"));
    MAY_USE.put(
        "check",
        List.of(
            "convert", "search", "kernelc", "series", "tree", "mail", "patch", "text", "finding"));
    MAY_USE.put(
        "review",
        List.of(
            "check", "convert", "search", "kernelc", "series", "tree", "mail", "patch", "text",
            "finding"));
    MAY_USE.put(
        "report",
        List.of("review", "convert", "search", "series", "mail", "patch", "text", "finding"));
    MAY_USE.put(
        "cli",
        List.of(
            "report", "review", "convert", "search", "check", "series", "tree", "mail", "patch",
            "text", "finding"));
  }

  /** Types that a field of a check may have: nobody can change what they hold. */
  private static final Set<String> IMMUTABLE =
      Set.of(
          "java.lang.String",
          "java.util.regex.Pattern",
          "java.util.Set",
          "java.util.List",
          "java.util.Map",
          "java.util.Locale",
          "java.lang.Integer");

  private final String root;

  HouseRules(String root) {
    this.root = root;
  }

  /** Every rule by a name. */
  Map<String, ArchRule> all() {
    Map<String, ArchRule> rules = new LinkedHashMap<>();
    MAY_USE.keySet().forEach(name -> rules.put("packages of " + name, packagesOf(name)));
    rules.put("every package is in the table", everyPackageIsKnown());
    rules.put("generated parsers only in internal", grammarOnlyInInternal());
    rules.put("third parties only in internal", thirdPartiesOnlyInInternal());
    rules.put("internal stays internal", internalStaysInternal());
    rules.put(
        "no cycles",
        slices().matching(root + ".(*)..").should().beFreeOfCycles().allowEmptyShould(true));
    rules.put("only cli talks to the process", onlyCliTalksToTheProcess());
    rules.put("nobody starts a process", nobodyStartsAProcess());
    rules.put("checks have no state", checksHaveNoState());
    return rules;
  }

  static Set<String> packages() {
    return MAY_USE.keySet();
  }

  private String[] in(List<String> names) {
    return names.stream().map(name -> root + "." + name + "..").toArray(String[]::new);
  }

  private ArchRule packagesOf(String name) {
    List<String> forbidden =
        MAY_USE.keySet().stream()
            .filter(
                other ->
                    !other.equals(name) && !MAY_USE.getOrDefault(name, List.of()).contains(other))
            .toList();
    return noClasses()
        .that()
        .resideInAPackage(root + "." + name + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(in(forbidden))
        .allowEmptyShould(true);
  }

  private ArchRule everyPackageIsKnown() {
    return classes().should().resideInAnyPackage(in(List.copyOf(MAY_USE.keySet())));
  }

  private ArchRule grammarOnlyInInternal() {
    return noClasses()
        .that()
        .resideOutsideOfPackages("..internal..", root + ".grammar..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(root + ".grammar..", "org.antlr..");
  }

  private ArchRule thirdPartiesOnlyInInternal() {
    return classes()
        .that()
        .resideOutsideOfPackages("..internal..", root + ".grammar..", root + ".cli..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("java..", root + "..", "org.jspecify..", "org.apache.commons.io..", "");
  }

  /** What is in {@code x.internal} is used by x alone. */
  private ArchRule internalStaysInternal() {
    return noClasses()
        .should()
        .dependOnClassesThat(
            new DescribedPredicate<>("are internal to another package") {
              @Override
              public boolean test(JavaClass target) {
                return false;
              }
            })
        .orShould(useInternalsOfOthers());
  }

  private ArchCondition<JavaClass> useInternalsOfOthers() {
    return new ArchCondition<>("use internals of another package") {
      @Override
      public void check(JavaClass item, ConditionEvents events) {
        item.getDirectDependenciesFromSelf().stream()
            .filter(use -> isOthersInternal(item, use.getTargetClass()))
            .forEach(use -> events.add(SimpleConditionEvent.satisfied(item, use.getDescription())));
      }
    };
  }

  private boolean isOthersInternal(JavaClass user, JavaClass used) {
    String name = used.getPackageName();
    int at = name.indexOf(".internal");
    return name.startsWith(root + ".")
        && at > 0
        && !(user.getPackageName() + ".").startsWith(name.substring(0, at) + ".");
  }

  private ArchRule onlyCliTalksToTheProcess() {
    return noClasses()
        .that()
        .resideOutsideOfPackage(root + ".cli..")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .callMethod(System.class, "exit", int.class)
        .orShould()
        .callMethod(Runtime.class, "halt", int.class)
        .orShould()
        .callMethod(Throwable.class, "printStackTrace");
  }

  private ArchRule nobodyStartsAProcess() {
    return noClasses()
        .should()
        .dependOnClassesThat()
        .belongToAnyOf(ProcessBuilder.class, Process.class);
  }

  private ArchRule checksHaveNoState() {
    return fields()
        .that()
        .areDeclaredInClassesThat(
            new DescribedPredicate<>("are checks") {
              @Override
              public boolean test(JavaClass type) {
                return type.isAssignableTo(root + ".check.Check") && !type.isInterface();
              }
            })
        .should(
            new ArchCondition<JavaField>("be final and immutable") {
              @Override
              public void check(JavaField field, ConditionEvents events) {
                boolean fine =
                    field
                            .getModifiers()
                            .contains(com.tngtech.archunit.core.domain.JavaModifier.FINAL)
                        && isImmutable(field.getRawType());
                events.add(
                    new SimpleConditionEvent(
                        field, fine, field.getFullName() + " can change: " + field.getRawType()));
              }
            })
        .allowEmptyShould(true);
  }

  private boolean isImmutable(JavaClass type) {
    return type.isPrimitive()
        || type.isEnum()
        || type.isRecord()
        || IMMUTABLE.contains(type.getName())
        || type.getName().equals(root + ".text.Bytes")
        || (type.getPackageName().startsWith(root + ".check")
            && type.getFields().stream()
                .filter(field -> !field.getRawType().equals(type))
                .allMatch(
                    field ->
                        field
                                .getModifiers()
                                .contains(com.tngtech.archunit.core.domain.JavaModifier.FINAL)
                            && isImmutable(field.getRawType())));
  }
}
