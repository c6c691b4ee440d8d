package dev.laurel.rules.sentence;

import dev.laurel.rules.condition.Condition;
import dev.laurel.rules.language.Declares;
import dev.laurel.rules.language.Pack;
import dev.laurel.rules.language.Rows;
import dev.laurel.rules.language.Span;
import dev.laurel.rules.language.Text;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** All ways to change exactly one component of a pack, anywhere in it; ids are kept. */
final class Changes {
  private static final int MOST_TRIES = 1_000;

  private final Pack pack;
  private final Random random;
  private final Fresh fresh;
  private final Meaning meaning;
  private final Map<String, List<Spot>> spots = new TreeMap<>();
  private final Map<String, Object> meanings = new HashMap<>();

  /**
   * A changed pack.
   *
   * @param path the place of what was changed; of a list or map that grew or shrank, its own
   * @param component the record and its component in which it stands, such as {@code Term.from}
   */
  record Change(String path, String component, Pack pack) {}

  private record Spot(
      String path, Supplier<Object> next, Function<Object, Optional<Object>> whole) {}

  /**
   * @param language the one that is spoken; a changed text is another one in it
   */
  Changes(Pack pack, Random random, Language language) {
    this.pack = pack;
    this.random = random;
    this.fresh = new Fresh(random, new Ids(pack), language);
    this.meaning = new Meaning(language);
    record("", pack, Optional::of);
  }

  /** A pack that means something else after one change; every component is chosen as often. */
  Change any() {
    List<String> components = List.copyOf(spots.keySet());
    for (int i = 0; i < MOST_TRIES; i++) {
      String component = components.get(random.nextInt(components.size()));
      List<Spot> of = spots.get(component);
      Spot spot = of.get(random.nextInt(of.size()));
      Optional<Object> whole = spot.whole().apply(spot.next().get());
      if (whole.isPresent() && !meansTheSame((Pack) whole.get(), spot.path()))
        return new Change(spot.path(), component, (Pack) whole.get());
    }
    throw new IllegalStateException("No change found of " + pack);
  }

  /** The places of each component, by its name. */
  Map<String, Set<String>> places() {
    Map<String, Set<String>> places = new TreeMap<>();
    spots.forEach((component, of) ->
        places.put(component, of.stream().map(Spot::path).collect(Collectors.toSet())));
    return places;
  }

  static String name(Class<?> record, RecordComponent component) {
    String type = record.getName();
    return type.substring(type.lastIndexOf('.') + 1) + "." + component.getName();
  }

  private boolean meansTheSame(Pack other, String path) {
    String section = path.contains("/") ? path.substring(0, path.indexOf('/')) : path;
    for (RecordComponent component : Reflected.components(Pack.class))
      if (component.getName().equals(section)) {
        Object before =
            meanings.computeIfAbsent(section, _ -> meaning.of(Reflected.part(pack, component)));
        return meaning.of(Reflected.part(other, component)).equals(before);
      }
    throw new IllegalStateException(path);
  }

  private void record(String path, Record record, Function<Object, Optional<Object>> whole) {
    Object[] parts = Reflected.parts(record);
    RecordComponent[] components = Reflected.components(record.getClass());
    for (int i = 0; i < parts.length; i++) {
      if (components[i].isAnnotationPresent(Declares.class)) continue;
      int at = i;
      Site site =
          new Site(
              (path.isEmpty() ? "" : path + "/") + components[i].getName(),
              name(record.getClass(), components[i]),
              components[i].getGenericType(),
              components[i],
              part -> {
                Object[] changed = parts.clone();
                changed[at] = part;
                return Reflected.made(record.getClass(), changed).flatMap(whole);
              });
      walk(parts[i], site);
    }
  }

  /** Where a value stands: its place, the component it belongs to, its type, and what it is in. */
  private record Site(
      String path,
      String component,
      Type type,
      AnnotatedElement about,
      Function<Object, Optional<Object>> whole) {
    Site inside(int argument, Function<Object, Object> container) {
      return new Site(path, component, in(type, argument), about, container.andThen(whole));
    }

    Site step(String step, int argument, Function<Object, Object> container) {
      return new Site(
          path + "/" + step, component, in(type, argument), about, container.andThen(whole));
    }
  }

  private void add(Site site, Supplier<Object> next) {
    spots
        .computeIfAbsent(site.component(), _ -> new ArrayList<>())
        .add(new Spot(site.path(), next, site.whole()));
  }

  private void walk(Object value, Site site) {
    switch (value) {
      case Optional<?> optional -> {
        if (optional.isPresent()) {
          add(site, Optional::empty);
          walk(optional.get(), site.inside(0, Optional::of));
        } else {
          add(site.inside(0, Optional::of), () -> fresh.value(in(site.type(), 0), site.about()));
        }
      }
      case List<?> list -> list(list, site);
      case Map<?, ?> map -> map(map, site);
      case Rows rows ->
          map(
              rows.byId(),
              new Site(
                  site.path(),
                  site.component(),
                  Reflected.components(Rows.class)[0].getGenericType(),
                  site.about(),
                  changed -> site.whole().apply(new Rows(conditions(changed)))));
      case Text text -> add(site, () -> fresh.words(text));
      case Span _ -> add(site, () -> fresh.value(Span.class, site.about()));
      case Record record -> {
        if (site.type() instanceof Class<?> type && type.isSealed())
          add(site, () -> fresh.value(type, site.about()));
        record(site.path(), record, site.whole());
      }
      default -> add(site, () -> fresh.value(site.type(), site.about()));
    }
  }

  private void list(List<?> list, Site site) {
    add(
        site,
        () -> {
          List<Object> grown = new ArrayList<>(list);
          grown.add(random.nextInt(list.size() + 1), fresh.value(in(site.type(), 0), site.about()));
          return grown;
        });
    for (int i = 0; i < list.size(); i++) {
      int at = i;
      add(
          site,
          () -> {
            List<Object> shrunk = new ArrayList<>(list);
            shrunk.remove(at);
            return shrunk;
          });
      walk(
          list.get(i),
          site.step(
              Ids.stepInto(list, i),
              0,
              element -> {
                List<Object> changed = new ArrayList<>(list);
                changed.set(at, element);
                return changed;
              }));
    }
  }

  private void map(Map<?, ?> map, Site site) {
    add(
        site,
        () -> {
          Map<Object, Object> grown = new LinkedHashMap<>(map);
          grown.put(
              fresh.key(in(site.type(), 0), site.about()),
              fresh.value(in(site.type(), 1), site.about()));
          return grown;
        });
    for (Object key : map.keySet()) {
      add(
          site,
          () -> {
            Map<Object, Object> shrunk = new LinkedHashMap<>(map);
            shrunk.remove(key);
            return shrunk;
          });
      walk(
          map.get(key),
          site.step(
              key.toString(),
              1,
              part -> {
                Map<Object, Object> changed = new LinkedHashMap<>(map);
                changed.put(key, part);
                return changed;
              }));
    }
  }

  private static Map<String, Condition> conditions(Object map) {
    Map<String, Condition> conditions = new LinkedHashMap<>();
    ((Map<?, ?>) map).forEach((id, row) -> conditions.put((String) id, (Condition) row));
    return conditions;
  }

  private static Type in(Type type, int argument) {
    return ((ParameterizedType) type).getActualTypeArguments()[argument];
  }
}
