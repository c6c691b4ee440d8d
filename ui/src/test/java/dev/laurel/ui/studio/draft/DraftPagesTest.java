package dev.laurel.ui.studio.draft;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.internal.JacksonUtils;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import dev.laurel.engine.access.Actor;
import dev.laurel.engine.access.Role;
import dev.laurel.engine.draft.DraftView;
import dev.laurel.engine.draft.Drafts;
import dev.laurel.engine.draft.EditResult;
import dev.laurel.rules.tree.Tree;
import dev.laurel.rules.tree.Trees;
import dev.laurel.ui.studio.PageTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;
import tools.jackson.databind.node.ObjectNode;

/** The pages on which the draft is changed and reviewed; each test leaves the draft as live. */
class DraftPagesTest extends PageTest {
  private static final String CAPTAIN = "ladders/level/tiers/Captain";
  private static final Actor MARA = new Actor("mara", Set.of(Role.MARKETER));
  private static final Actor RITA = new Actor("rita", Set.of(Role.REVIEWER));

  @Autowired private Drafts drafts;
  @Autowired private dev.laurel.engine.governance.Governance governance;

  @AfterEach
  void takeAllBack() {
    if (drafts.view(MARA).isSealed()) governance.withdraw(MARA, "");
    while (drafts.undo(MARA) instanceof EditResult.Saved) {}
  }

  private String captainFrom() {
    return Trees.at(drafts.view(MARA).tree(), CAPTAIN + "/entry/atLeast")
        .map(leaf -> ((Tree.Leaf) leaf).text())
        .orElse("gone");
  }

  private Component handle(String tier) {
    return parts("handle").stream()
        .filter(each -> tier.equals(each.getElement().getAttribute("data-tier")))
        .findFirst()
        .orElseThrow();
  }

  /** As the script tells it. */
  private static void tell(Component part, String event, Map<String, Object> detail) {
    ObjectNode data = JacksonUtils.createObjectNode();
    detail.forEach((name, value) -> {
      switch (value) {
        case Integer number -> data.put(name, number);
        case Boolean truth -> data.put(name, truth);
        default -> data.put(name, String.valueOf(value));
      }
    });
    part.getElement()
        .getNode()
        .getFeature(ElementListenerMap.class)
        .fireEvent(new DomEvent(part.getElement(), event, data));
  }

  private void drag(String event, String tier, int value) {
    tell(part("ladder"), event, Map.of("event.detail.tier", tier, "event.detail.value", value));
  }

  @Test
  void each_threshold_is_a_slider_between_its_neighbours() {
    go("tiers");
    assertThat(parts("handle")).hasSize(2);
    var captain = handle("Captain").getElement();
    assertThat(captain.getAttribute("role")).isEqualTo("slider");
    assertThat(captain.getAttribute("aria-valuenow")).isEqualTo("600");
    assertThat(captain.getAttribute("aria-valuemin")).isEqualTo("201");
    assertThat(captain.getAttribute("aria-valuetext")).isEqualTo("600");
    assertThat(text()).contains("exact count over 8 members");
  }

  @Test
  void dragging_tells_what_would_be_and_changes_nothing() {
    go("tiers");
    drag("ladder-try", "Captain", 201);
    assertThat(text(part("live"))).contains("Captain from 201 instead of 600");
    assertThat(captainFrom()).isEqualTo("600");
    assertThat(drafts.view(MARA).isEdited()).isFalse();
  }

  @Test
  void what_is_dropped_is_kept_at_once_and_can_be_taken_back() {
    go("tiers");
    drag("ladder-set", "Captain", 550);
    assertThat(captainFrom()).isEqualTo("550");
    assertThat(drafts.view(MARA).undo()).contains("Captain from 550");
    assertThat(text(part("live"))).contains("Captain from 550 instead of 600");
    assertThat(handle("Captain").getElement().getAttribute("aria-valuenow")).isEqualTo("550");
  }

  @Test
  void no_neighbour_is_passed() {
    go("tiers");
    drag("ladder-set", "Captain", 10);
    assertThat(captainFrom()).isEqualTo("201");
  }

  @Test
  void a_threshold_can_be_typed_and_nonsense_is_not_taken() {
    go("tiers");
    write("Captain from, as a number", "1,250");
    assertThat(captainFrom()).isEqualTo("1250");
    write("Captain from, as a number", "many");
    assertThat(captainFrom()).isEqualTo("1250");
  }

  @Test
  void a_tier_is_added_between_and_removed_by_its_handle() {
    go("tiers");
    press("Add tier");
    List<String> tiers =
        Trees.names(Trees.at(drafts.view(MARA).tree(), "ladders/level/tiers").orElseThrow());
    assertThat(tiers).containsExactly("Guest", "Regular", "Captain", "Tier");
    assertThat(drafts.view(MARA).faults()).isEmpty();
    tell(part("ladder"), "ladder-remove", Map.of("event.detail.tier", "Tier"));
    assertThat(Trees.names(Trees.at(drafts.view(MARA).tree(), "ladders/level/tiers").orElseThrow()))
        .containsExactly("Guest", "Regular", "Captain");
  }

  @Test
  @WithMockUser(username = "rita")
  void who_may_only_look_is_told_why() {
    go("tiers");
    assertThat(text(part("told"))).contains("editing takes the role marketer");
    assertThat(handle("Captain").getElement().getAttribute("aria-disabled")).isEqualTo("true");
    drag("ladder-choose", "Captain", 0);
    assertThat(text(part("aside"))).contains("Number 3 of 3");
  }

  @Test
  void it_speaks_chinese() {
    speak(Locale.SIMPLIFIED_CHINESE);
    go("tiers");
    drag("ladder-try", "Captain", 550);
    assertThat(text())
        .contains("船长门槛 550（原 600）", "如果此草稿今天生效")
        .doesNotContain("Captain", "members");
  }

  private String submitted() {
    DraftView draft = drafts.view(MARA);
    EditResult edited =
        drafts.edit(
            MARA,
            draft.version(),
            "Captain from 550",
            List.of(dev.laurel.engine.draft.Edits.threshold(CAPTAIN + "/entry", "550")));
    DraftView now = ((EditResult.Saved) edited).draft();
    String digest = now.digest().orElseThrow();
    governance.submit(MARA, now.version(), digest, "spring");
    return digest;
  }

  private NativeButton approve() {
    return parts("primary").stream()
        .map(NativeButton.class::cast)
        .filter(button -> text(button).equals("Approve"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  @WithMockUser(username = "rita")
  void approving_opens_when_every_change_is_read() {
    String digest = submitted();
    go("review");
    assertThat(text(part("digest")))
        .startsWith(digest.substring(0, 4) + " " + digest.substring(4, 8));
    assertThat(text(part("chg"))).contains("600", "550");
    assertThat(approve().isEnabled()).isFalse();
    assertThat(text(part("why"))).isEqualTo("One change is still to be read.");
    Component box = part("read").getChildren().findFirst().orElseThrow();
    tell(box, "change", Map.of("element.checked", true));
    assertThat(approve().isEnabled()).isTrue();
    press("Approve");
    assertThat(text()).contains("Approved by rita");
  }

  @Test
  void the_author_is_told_why_they_cannot_approve() {
    submitted();
    go("review");
    assertThat(approve().isEnabled()).isFalse();
    assertThat(text(part("why"))).isNotEmpty();
    press("Withdraw, to go on editing");
    assertThat(drafts.view(MARA).isSealed()).isFalse();
  }

  @Test
  @WithMockUser(username = "rita")
  void a_draft_is_not_sent_back_without_a_reason() {
    submitted();
    go("review");
    press("Ask for a change");
    assertThat(text(part("told"))).contains("a reason is asked for");
    assertThat(drafts.view(RITA).isSealed()).isTrue();
  }

  @Test
  void a_review_tells_whom_the_draft_would_move() {
    go("review");
    assertThat(parts("touched")).isEmpty();
    submitted();
    go("review");
    assertThat(text(part("touched"))).contains("Who it touches", "of 8 members would move");
  }

  @Test
  void how_each_revision_came_to_be_is_told() {
    go("review");
    assertThat(text(part("last"))).contains("Revision 1", "Put in force at the first start");
    assertThat(text()).contains("Nothing is changed");
    go("revisions");
    assertThat(text(part("revs"))).contains("Revision 1", "Put in force at the first start");
    assertThat(text()).contains("The programme began with it.");
    press("All it says");
    assertThat(text(part("aloud"))).contains("A bean per euro", "Captain is reached with");
  }

  /** The café's pack as people keep it, with one of its words another one. */
  private static byte[] cafe(String word, String other) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes);
        Stream<Path> files = Files.list(Path.of("..", "samples", "cafe"))) {
      for (Path file : files.filter(each -> each.toString().endsWith(".yaml")).toList()) {
        zip.putNextEntry(new ZipEntry("cafe/" + file.getFileName()));
        zip.write(Files.readString(file).replace(word, other).getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private void bringIn(byte[] pack) {
    test((Upload) part("upload")).upload("pack.zip", "application/zip", pack);
  }

  @Test
  void a_pack_that_is_brought_in_is_the_draft_with_its_differences_told() {
    go("revisions");
    bringIn(cafe("atLeast: 600", "atLeast: 640"));
    assertThat(captainFrom()).isEqualTo("640");
    assertThat(text(part("imported"))).contains("It is draft", "Changes: 1; to mend: 0.", "640");
    assertThat(drafts.view(MARA).undo()).contains("A pack brought in");
  }

  @Test
  void what_is_wrong_with_a_pack_is_told_at_its_place_with_a_remedy() {
    go("revisions");
    bringIn(cafe("currency: EUR", "currency: USD"));
    assertThat(text(part("faultnote"))).startsWith("programme › currency");
    assertThat(text(part("faultnote")).length()).isGreaterThan(40);
  }

  @Test
  void what_is_no_pack_changes_nothing() {
    go("revisions");
    bringIn("no archive".getBytes(StandardCharsets.UTF_8));
    assertThat(text(part("imported"))).contains("Nothing was changed");
    assertThat(parts("faultnote")).isNotEmpty();
    assertThat(drafts.view(MARA).isEdited()).isFalse();
  }

  @Test
  @WithMockUser(username = "rita")
  void who_may_not_write_is_offered_no_import() {
    go("revisions");
    assertThat(parts("import")).isEmpty();
    assertThat(text()).contains("Export as a pack").doesNotContain("Restore as draft");
  }
}
