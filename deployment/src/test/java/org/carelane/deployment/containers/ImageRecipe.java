package org.carelane.deployment.containers;

import java.util.ArrayList;
import java.util.List;

/** A Dockerfile's stages, each a list of instructions that begins with its FROM. */
record ImageRecipe(String text, List<Stage> stages) {

  record Stage(String name, List<Instruction> instructions) {

    List<String> arguments(String word) {
      return instructions.stream()
          .filter(instruction -> instruction.word().equals(word))
          .map(Instruction::arguments)
          .toList();
    }

    /** The last of its kind, which is the one that counts. */
    String last(String word) {
      var found = arguments(word);
      return found.isEmpty() ? "" : found.getLast();
    }

    String from() {
      return instructions.getFirst().arguments().replaceFirst(" AS .*", "");
    }
  }

  record Instruction(String word, String arguments) {}

  static ImageRecipe of(String text) {
    var stages = new ArrayList<Stage>();
    var lines = text.replaceAll("(?m)^\\s*#.*\n", "").replaceAll("\\\\\n\\s*", "").lines();
    for (var line : lines.filter(line -> !line.isBlank()).toList()) {
      var words = line.split(" ", 2);
      var instruction = new Instruction(words[0], words[1]);
      if (words[0].equals("FROM")) {
        stages.add(new Stage(line.replaceFirst(".* AS |FROM .*", ""), new ArrayList<>()));
      } else if (stages.isEmpty()) {
        stages.add(new Stage("before the first", new ArrayList<>()));
      }
      stages.getLast().instructions().add(instruction);
    }
    return new ImageRecipe(text, stages);
  }

  Stage stage(String name) {
    return stages.stream().filter(stage -> stage.name().equals(name)).findFirst().orElseThrow();
  }

  /** The image. */
  Stage result() {
    return stages.getLast();
  }
}
