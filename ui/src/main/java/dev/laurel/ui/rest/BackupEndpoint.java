package dev.laurel.ui.rest;

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

  BackupEndpoint(Optional<Backups> backups) {
    this.backups = backups;
  }

  /** Writes while it reads the store: the copy may be larger than memory. */
  @GetMapping("/api/v1/backup")
  void backup(HttpServletResponse response) throws IOException {
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
