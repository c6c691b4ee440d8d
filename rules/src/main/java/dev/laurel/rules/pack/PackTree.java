package dev.laurel.rules.pack;

import dev.laurel.rules.check.PackCheck;
import dev.laurel.rules.fault.Faults;
import dev.laurel.rules.language.Pack;
import dev.laurel.rules.tree.Tree;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Packs as trees that can be edited, whether or not they are without fault at each moment. A tree's
 * top holds the sections. Stateless and thread-safe.
 */
public final class PackTree {
  private static final int DEEPEST = PackLimits.DEEPEST;

  private PackTree() {}

  /** The canonical form of a pack. */
  public static Tree of(Pack pack) {
    return tree(Describer.describe(Shapes.of(Pack.class), pack));
  }

  /** What the files of a pack say; see {@link PackReader#read}. */
  public static TreeResult read(SortedMap<String, byte[]> files) {
    return new PackAssembly().tree(files);
  }

  /**
   * The same from a zip archive; see {@link PackReader#readZip}.
   *
   * @throws IOException when the stream cannot be read
   */
  public static TreeResult readZip(InputStream in) throws IOException {
    Faults faults = new Faults();
    SortedMap<String, byte[]> files = ZipFiles.unpack(in, faults);
    return faults.isEmpty() ? read(files) : new TreeResult.Refused(Refusals.of(faults));
  }

  /** Reads a tree as {@link PackReader} reads files; faults name places, but no file or line. */
  public static PackResult check(Tree tree) {
    return new PackAssembly().assemble(node(tree), PackCheck::check);
  }

  /** The pack that a tree says where every part is of the right form, checked no further. */
  public static Optional<Pack> wellFormed(Tree tree) {
    return new PackAssembly().wellFormed(node(tree));
  }

  /** The tree as JSON, every number with the digits that it has. */
  public static String write(Tree tree) {
    return JsonWriter.write(node(tree));
  }

  /**
   * The tree that was written so.
   *
   * @throws IllegalArgumentException when the text is none
   */
  public static Tree parse(String json) {
    Faults faults = new Faults();
    Report report = new Report("tree.json", faults);
    Optional<Node> root =
        YamlReader.read(json.getBytes(StandardCharsets.UTF_8), report, new Budget());
    if (root.isEmpty() || !faults.isEmpty())
      throw new IllegalArgumentException("This is no tree: %s".formatted(faults.sorted()));
    return tree(root.get());
  }

  static Tree tree(Node node) {
    return switch (node) {
      case Node.Scalar scalar ->
          switch (scalar.kind()) {
            case TEXT -> Tree.text(scalar.text());
            case NUMBER -> Tree.number(scalar.text());
            case TRUTH -> new Tree.Leaf(Tree.Kind.TRUTH, scalar.text());
            case EMPTY, REFUSED -> new Tree.Leaf(Tree.Kind.NOTHING, "");
          };
      case Node.Sequence list -> new Tree.Items(list.items().stream().map(PackTree::tree).toList());
      case Node.Mapping map ->
          new Tree.Branch(
              map.entries().stream()
                  .map(entry -> new Tree.Entry(entry.key().text(), tree(entry.value())))
                  .toList());
    };
  }

  static Node node(Tree tree) {
    return node(tree, 0);
  }

  private static Node node(Tree tree, int depth) {
    if (depth > DEEPEST)
      throw new IllegalArgumentException(
          "The tree is deeper than %d lists and maps.".formatted(DEEPEST));
    return switch (tree) {
      case Tree.Leaf(var kind, var text) ->
          Node.of(
              text,
              switch (kind) {
                case TEXT -> Node.Kind.TEXT;
                case NUMBER -> Node.Kind.NUMBER;
                case TRUTH -> Node.Kind.TRUTH;
                case NOTHING -> Node.Kind.EMPTY;
              });
      case Tree.Items(var items) -> {
        List<Node> nodes = new ArrayList<>(items.size());
        for (Tree item : items) nodes.add(node(item, depth + 1));
        yield Node.list(nodes);
      }
      case Tree.Branch(var entries) -> {
        Node.Builder map = Node.map();
        for (Tree.Entry entry : entries) map.put(entry.key(), node(entry.value(), depth + 1));
        yield map.node();
      }
    };
  }
}
