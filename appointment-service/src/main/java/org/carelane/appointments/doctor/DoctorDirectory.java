package org.carelane.appointments.doctor;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carelane.documents.DocumentReader;
import org.carelane.rest.Page;
import org.carelane.rest.PageRequest;
import org.carelane.rest.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.stereotype.Component;

/**
 * Lists doctors by name, and searches them. Doctors whose account is disabled are left out.
 *
 * <p>Names, specializations and places of all doctors are read each time, and compared here: the
 * database could do neither in every language, nor could the embedded one in any ({@code
 * docs/adr/names-sort-as-people-sort.md}).
 */
@Component
public class DoctorDirectory {

  private final DocumentReader reader;

  DoctorDirectory(DocumentReader reader) {
    this.reader = reader;
  }

  private record Entry(@Id String id, String name, String specialization, String location) {

    boolean has(String folded) {
      return Stream.of(name, specialization, location)
          .anyMatch(it -> SearchText.of(it).contains(folded));
    }
  }

  /**
   * @param text part of a name, specialization or location, in any case, with or without accents
   * @param specialization whole, compared in the same way
   */
  public Page<Doctor> list(
      @Nullable String text,
      @Nullable String specialization,
      NameOrder order,
      PageRequest request) {
    var inOrder = order.by(Entry::name, Entry::id);
    var entries = listed();
    if (specialization != null) {
      var wanted = SearchText.of(specialization);
      entries = entries.filter(it -> SearchText.of(it.specialization()).equals(wanted));
    }
    if (text != null && !text.isBlank()) {
      var wanted = SearchText.typed(text);
      entries = entries.filter(it -> it.has(wanted));
    }
    var after = request.after();
    if (after != null) {
      var last = Position.of(after, order).asEntry();
      entries = entries.filter(it -> inOrder.compare(it, last) > 0);
    }
    return Page.of(
        readable(entries.sorted(inOrder).toList(), request.fetch()),
        request,
        it -> new Position(order.language(), it.name(), it.id()).toString());
  }

  public List<String> specializations(NameOrder order) {
    return listed().map(Entry::specialization).distinct().sorted(order.names()).toList();
  }

  private Stream<Entry> listed() {
    var query = query(where(Doctors.DISABLED).ne(true));
    query.fields().include("name", "specialization", "location");
    return reader.readable(query, Entry.class, Doctors.COLLECTION).stream();
  }

  /** The first of these that can be read whole. */
  private List<Doctor> readable(List<Entry> entries, int atMost) {
    List<Doctor> found = new ArrayList<>();
    for (int i = 0; i < entries.size() && found.size() < atMost; ) {
      var next = entries.subList(i, Math.min(i + atMost - found.size(), entries.size()));
      i += next.size();
      var ids = next.stream().map(Entry::id).toList();
      Map<String, Doctor> doctors =
          reader.readable(query(where("_id").in(ids)), Doctor.class).stream()
              .collect(Collectors.toMap(Doctor::id, Function.identity()));
      ids.stream().filter(doctors::containsKey).map(doctors::get).forEach(found::add);
    }
    return found;
  }

  /**
   * Behind which doctor a page begins.
   *
   * @param language the position is one in this language's order only
   */
  private record Position(String language, String name, String id) {

    /** No name contains it. */
    private static final String SEPARATOR = "\n";

    static Position of(String cursor, NameOrder order) {
      var parts = cursor.split(SEPARATOR, -1);
      if (parts.length != 3) {
        throw ProblemException.invalidRequest("The cursor is not one this service handed out.");
      }
      if (!parts[0].equals(order.language())) {
        throw ProblemException.invalidRequest(
            "The cursor is of a list in another language. Keep the Accept-Language.");
      }
      return new Position(parts[0], parts[1], parts[2]);
    }

    Entry asEntry() {
      return new Entry(id, name, "", "");
    }

    @Override
    public String toString() {
      return String.join(SEPARATOR, language, name, id);
    }
  }
}
