import { Plural, Trans } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { $api, type Schemas } from "@/api/client";
import { Button } from "@/ui/button";
import { Notice } from "@/ui/feedback";
import { Confirm } from "./confirm";
import type { LetterService } from "./services";

/**
 * Sends all open letters of a topic again, a hundred at a time. Those that come back meanwhile are
 * not among them: they would come back for ever.
 */
export function SendAllAgain({ service, topic }: { service: LetterService; topic: string }) {
  const queries = useQueryClient();
  const [asked, setAsked] = useState(false);
  const [answer, setAnswer] = useState<Schemas["SentAgain"] | null>(null);
  const send = $api.useMutation("post", "/api/v1/admin/dead-letters/{service}/{topic}/send-again", {
    onSuccess: async (now) => {
      setAnswer((before) => ({ ...now, sent: (before?.sent ?? 0) + now.sent }));
      await queries.invalidateQueries();
    },
  });
  const go = () =>
    send.mutate({
      params: {
        path: { service, topic },
        query: answer?.upTo === undefined || answer.upTo === null ? {} : { upTo: answer.upTo },
      },
    });
  const close = () => {
    setAsked(false);
    setAnswer(null);
    send.reset();
  };
  return (
    <>
      <Button look="secondary" small onClick={() => setAsked(true)}>
        <span>
          <Trans>
            Send all of <bdi>{topic}</bdi> again
          </Trans>
        </span>
      </Button>
      <Confirm
        open={asked}
        onClose={close}
        danger={false}
        title={
          <Trans>
            Send all of <bdi>{topic}</bdi> again?
          </Trans>
        }
        action={answer ? <Trans>Go on</Trans> : <Trans>Send again</Trans>}
        onConfirm={go}
        busy={send.isPending}
        error={send.error}
      >
        <p>
          <Trans>
            Do it when the cause is mended: what still cannot be handled comes back as another dead
            letter.
          </Trans>
        </p>
        {answer && (
          <Notice tone={answer.left > 0 ? "warn" : "good"} live>
            <Plural value={answer.sent} one="# letter was sent." other="# letters were sent." />{" "}
            {answer.left > 0 ? (
              <Plural value={answer.left} one="# is left." other="# are left." />
            ) : (
              <Trans>None is left.</Trans>
            )}
          </Notice>
        )}
      </Confirm>
    </>
  );
}
