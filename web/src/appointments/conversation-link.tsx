import { Trans } from "@lingui/react/macro";
import { $api } from "@/api/client";
import { ButtonLink } from "@/ui/button";
import type { Viewer } from "./viewer";
import type { Appointment } from "./words";

/** To the conversation of patient and doctor; nothing as long as there is none. */
export function ConversationLink({
  appointment,
  viewer,
}: {
  appointment: Appointment;
  viewer: Viewer;
}) {
  const member = viewer !== "clinic";
  const doctor = $api.useQuery(
    "get",
    "/api/v1/doctors/{id}",
    { params: { path: { id: appointment.doctor.id } } },
    { enabled: viewer === "patient" },
  );
  const conversations = $api.useQuery(
    "get",
    "/api/v1/conversations",
    { params: { query: { limit: 100 } } },
    { enabled: member },
  );
  const other = viewer === "patient" ? doctor.data?.accountId : appointment.patient.id;
  const conversation = conversations.data?.items.find((it) => it.with.id === other);
  return conversation ? (
    <ButtonLink look="secondary" to={`/messages/${conversation.id}` as "/messages"}>
      {viewer === "patient" ? (
        <Trans>Write to the doctor</Trans>
      ) : (
        <Trans>Write to the patient</Trans>
      )}
    </ButtonLink>
  ) : null;
}
