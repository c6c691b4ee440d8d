package dev.laurel.engine.draft;

import dev.laurel.rules.pack.PackTree;
import dev.laurel.rules.tree.Alteration;
import dev.laurel.rules.tree.Tree;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Alterations as bytes: JSON, packed, since an import holds two packs. Stateless. */
public final class Alterations {
  private static final String WHAT = "do";
  private static final String PLACE = "place";
  private static final String BEFORE = "before";
  private static final String AFTER = "after";
  private static final String ENTRY = "entry";
  private static final String NEXT = "next";
  private static final String FROM = "from";
  private static final String TO = "to";

  private Alterations() {}

  /**
   * @throws IllegalArgumentException when a tree holds what no file of a pack can
   */
  public static byte[] write(List<Alteration> alterations) {
    Tree tree = new Tree.Items(alterations.stream().<Tree>map(Alterations::tree).toList());
    String json = PackTree.write(tree);
    if (!PackTree.parse(json).equals(tree))
      throw new IllegalArgumentException("A value is not what it would be read as.");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream packed = new GZIPOutputStream(bytes)) {
      packed.write(json.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** What was written so. */
  public static List<Alteration> read(byte[] bytes) {
    String json;
    try (GZIPInputStream packed = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      json = new String(packed.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<Alteration> alterations = new ArrayList<>();
    if (PackTree.parse(json) instanceof Tree.Items(var items))
      for (Tree item : items) alterations.add(alteration((Tree.Branch) item));
    return alterations;
  }

  private static Tree.Branch tree(Alteration alteration) {
    Tree.Branch place =
        Tree.branch()
            .with(
                WHAT,
                Tree.text(
                    switch (alteration) {
                      case Alteration.Replace _ -> "replace";
                      case Alteration.Insert _ -> "insert";
                      case Alteration.Remove _ -> "remove";
                      case Alteration.Move _ -> "move";
                    }))
            .with(PLACE, Tree.text(alteration.place()));
    return switch (alteration) {
      case Alteration.Replace(var _, var before, var after) ->
          place.with(BEFORE, before).with(AFTER, after);
      case Alteration.Insert(var _, var entry, var next) ->
          with(place.with(ENTRY, entry), NEXT, next);
      case Alteration.Remove(var _, var entry, var next) ->
          with(place.with(ENTRY, entry), NEXT, next);
      case Alteration.Move(var _, var from, var to) -> with(with(place, FROM, from), TO, to);
    };
  }

  private static Tree.Branch with(Tree.Branch branch, String key, Optional<String> name) {
    return name.map(n -> branch.with(key, Tree.text(n))).orElse(branch);
  }

  private static Alteration alteration(Tree.Branch of) {
    String place = text(of, PLACE).orElseThrow();
    String what = text(of, WHAT).orElseThrow();
    return switch (what) {
      case "replace" ->
          new Alteration.Replace(place, of.get(BEFORE).orElseThrow(), of.get(AFTER).orElseThrow());
      case "insert" -> new Alteration.Insert(place, of.get(ENTRY).orElseThrow(), text(of, NEXT));
      case "remove" -> new Alteration.Remove(place, of.get(ENTRY).orElseThrow(), text(of, NEXT));
      case "move" -> new Alteration.Move(place, text(of, FROM), text(of, TO));
      default -> throw new IllegalStateException("Nobody writes the alteration " + what + ".");
    };
  }

  private static Optional<String> text(Tree.Branch of, String key) {
    return of.get(key).map(leaf -> ((Tree.Leaf) leaf).text());
  }
}
