package dev.laurel.ui.rest;

import dev.laurel.engine.access.Permission;
import dev.laurel.ui.access.SignedIn;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Hands out a copy of the whole store. Thread-safe. */
@RestController
class BackupEndpoint {
  private final Optional<Backups> backups;
  private final SignedIn who;

  BackupEndpoint(Optional<Backups> backups, SignedIn who) {
    this.backups = backups;
    this.who = who;
  }

  /** Writes while it reads the store: the copy may be larger than memory. */
  @GetMapping("/api/v1/backup")
  void backup(HttpServletResponse response) throws IOException {
    who.allowedTo(Permission.BACK_UP);
    Backups store =
        backups.orElseThrow(() ->
            ProblemException.of(
                ProblemType.NOT_FOUND,
                "The store is a MongoDB, which has tools of its own for this: use mongodump with --db."));
    response.setContentType(MediaType.APPLICATION_OCTET_STREAM_VALUE);
    response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"laurel.backup\"");
    store.write(response.getOutputStream());
  }
}
