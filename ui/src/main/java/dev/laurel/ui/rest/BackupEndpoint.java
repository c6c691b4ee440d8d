package dev.laurel.ui.rest;

import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Hands out a copy of the whole store. Thread-safe. */
@RestController
class BackupEndpoint {
  private final Optional<Backups> backups;

  BackupEndpoint(Optional<Backups> backups) {
    this.backups = backups;
  }

  @GetMapping("/api/v1/backup")
  ResponseEntity<StreamingResponseBody> backup() {
    Backups store =
        backups.orElseThrow(() ->
            ProblemException.of(
                ProblemType.NOT_FOUND,
                "The store is a MongoDB, which has tools of its own for this: use mongodump."));
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .header("Content-Disposition", "attachment; filename=\"laurel.backup\"")
        .body(store::write);
  }
}
