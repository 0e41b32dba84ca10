package dev.roamlab.station.check;

import dev.roamlab.station.ConfigurationKey;
import dev.roamlab.station.models.Quirk;
import dev.roamlab.station.models.Quirks;
import dev.roamlab.station.models.StationModels;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Looks for everything that is wrong with a file of station models. */
public final class ModelCheck {
    private final String source;
    private final List<ModelProblem> problems = new ArrayList<>();

    private ModelCheck(String source) {
        this.source = source;
    }

    /**
     * What is wrong with a file; empty when {@link StationModels#parse} takes it and its configuration holds.
     *
     * @param source what to call it, such as the file's name
     */
    public static List<ModelProblem> of(String yaml, String source) {
        ModelCheck check = new ModelCheck(source);
        try {
            Node root = new Yaml(new LoaderOptions()).compose(new StringReader(yaml));
            check.models(root);
            if (check.problems.isEmpty()) {
                check.values(yaml);
            }
        } catch (MarkedYAMLException broken) {
            check.add(broken.getProblemMark(), "$", "is not YAML here: " + broken.getProblem());
        } catch (YAMLException broken) {
            check.add(null, "$", "is not YAML: " + broken.getMessage());
        }
        return List.copyOf(check.problems);
    }

    private void models(@Nullable Node root) {
        if (!(root instanceof SequenceNode list)) {
            add(root == null ? null : root.getStartMark(), "$", "must be a list of models, each begun with '- id:'");
            return;
        }
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < list.getValue().size(); i++) {
            Node model = list.getValue().get(i);
            object(model, "$[" + i + "]", ModelFields.MODEL);
            Optional<ScalarNode> id = scalar(model, "id");
            if (id.isPresent() && !ids.add(id.get().getValue())) {
                add(id.get().getStartMark(), "$[" + i + "].id", "'" + id.get().getValue() + "' is used twice");
            }
        }
    }

    private void object(Node node, String path, List<Field> fields) {
        if (!(node instanceof MappingNode mapping)) {
            add(node.getStartMark(), path, "must have fields: " + names(fields));
            return;
        }
        Map<String, Node> found = new HashMap<>();
        for (NodeTuple entry : mapping.getValue()) {
            String name = ((ScalarNode) entry.getKeyNode()).getValue();
            boolean known = fields.stream().anyMatch(field -> field.name().equals(name));
            if (!known) {
                add(entry.getKeyNode().getStartMark(), path + "." + name, "no such field, there are " + names(fields));
            } else if (found.put(name, entry.getValueNode()) != null) {
                add(entry.getKeyNode().getStartMark(), path + "." + name, "stands here twice");
            }
        }
        for (Field field : fields) {
            Node value = found.get(field.name());
            if (value != null) {
                field(value, path + "." + field.name(), field);
            } else if (field.required()) {
                add(node.getStartMark(), path, "'" + field.name() + "' is missing: " + field.description());
            }
        }
    }

    private void field(Node node, String path, Field field) {
        switch (field.type()) {
            case TEXT -> text(node, path, value -> !value.isEmpty(), "a text");
            case NUMBER -> text(node, path, value -> value.matches("[0-9]+(\\.[0-9]+)?"), "a number above 0");
            case WHOLE -> text(node, path, value -> value.matches("[0-9]{1,9}"), "a whole number above 0");
            case FLAG -> text(node, path, value -> value.equals("true") || value.equals("false"), "true or false");
            case ENUM -> text(node, path, field.choices()::contains, "one of " + field.choices());
            case TEXTS ->
                list(node, path, (one, at) -> text(one, at, field.choices()::contains, "one of " + field.choices()));
            case OBJECTS -> list(node, path, (one, at) -> object(one, at, field.inner()));
            case KEYS -> entries(node, path, this::key);
            case QUIRKS -> entries(node, path, this::quirk);
        }
    }

    private void key(ScalarNode name, Node value, String path) {
        Optional<ConfigurationKey> key = ConfigurationKey.named(name.getValue());
        if (key.isEmpty()) {
            add(name.getStartMark(), path, "no such configuration key or variable");
        } else {
            text(value, path, key.get().rule()::accepts, key.get().rule().inWords());
        }
    }

    private void quirk(ScalarNode name, Node value, String path) {
        Optional<Quirk> quirk = Quirk.named(name.getValue());
        if (quirk.isEmpty() || !(value instanceof ScalarNode scalar)) {
            add(name.getStartMark(), path, "no such quirk, there are " + Quirk.names());
            return;
        }
        try {
            Quirks.of(Map.of(name.getValue(), typed(scalar.getValue())));
        } catch (IllegalArgumentException wrong) {
            add(value.getStartMark(), path, String.valueOf(wrong.getMessage()));
        }
    }

    private static Object typed(String value) {
        if (value.matches("-?[0-9]{1,9}")) {
            return Integer.valueOf(value);
        }
        return value.equals("true") || value.equals("false") ? (Object) Boolean.valueOf(value) : value;
    }

    private void text(Node node, String path, Predicate<String> rule, String inWords) {
        if (!(node instanceof ScalarNode scalar)) {
            add(node.getStartMark(), path, "must be " + inWords);
        } else if (!rule.test(scalar.getValue())) {
            add(node.getStartMark(), path, "'" + scalar.getValue() + "', must be " + inWords);
        }
    }

    private void list(Node node, String path, BiConsumer<Node, String> each) {
        if (!(node instanceof SequenceNode list) || list.getValue().isEmpty()) {
            add(node.getStartMark(), path, "must be a list with at least one element");
            return;
        }
        for (int i = 0; i < list.getValue().size(); i++) {
            each.accept(list.getValue().get(i), path + "[" + i + "]");
        }
    }

    private void entries(Node node, String path, Entry each) {
        if (!(node instanceof MappingNode mapping)) {
            add(node.getStartMark(), path, "must be names with values, {} for none");
            return;
        }
        for (NodeTuple entry : mapping.getValue()) {
            ScalarNode name = (ScalarNode) entry.getKeyNode();
            each.look(name, entry.getValueNode(), path + "." + name.getValue());
        }
    }

    /** Each field is what it should be; whether they go together, the models themselves know. */
    private void values(String yaml) {
        try {
            StationModels.parse(yaml, source);
        } catch (IllegalArgumentException wrong) {
            ModelProblems.read(source, String.valueOf(wrong.getMessage()))
                    .ifPresentOrElse(problems::add, () -> add(null, "$", String.valueOf(wrong.getMessage())));
        }
    }

    private void add(@Nullable Mark mark, String path, String rule) {
        problems.add(new ModelProblem(source, mark == null ? 1 : mark.getLine() + 1, path, rule));
    }

    private static Optional<ScalarNode> scalar(Node model, String name) {
        return model instanceof MappingNode mapping
                ? mapping.getValue().stream()
                        .filter(entry -> entry.getKeyNode() instanceof ScalarNode key
                                && key.getValue().equals(name))
                        .map(NodeTuple::getValueNode)
                        .filter(ScalarNode.class::isInstance)
                        .map(ScalarNode.class::cast)
                        .findFirst()
                : Optional.empty();
    }

    private static List<String> names(List<Field> fields) {
        return fields.stream().map(Field::name).toList();
    }

    private interface Entry {
        void look(ScalarNode name, Node value, String path);
    }
}
