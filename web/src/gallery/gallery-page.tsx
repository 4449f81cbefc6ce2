import { type ReactNode, useState } from "react";
import { Avatar } from "@/ui/avatar";
import { Button, ButtonLink, TextLink } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { Badge, EmptyState, Failed, LoadingRows, Notice } from "@/ui/feedback";
import { Checkbox, Choice, Choices, SelectField, TextArea, TextField } from "@/ui/field";
import { Moment } from "@/ui/moment";
import { Card, Fact, Facts, Page } from "@/ui/page";
import { toast } from "@/ui/toast";

const colours = [
  "page",
  "surface",
  "sunken",
  "line",
  "edge",
  "ink",
  "soft",
  "accent",
  "accent-strong",
  "accent-soft",
  "on-accent",
  "danger",
  "danger-soft",
  "warn",
  "warn-soft",
];

function Shelf({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="grid gap-4 border-t border-line py-8">
      <h2>{title}</h2>
      {children}
    </section>
  );
}

function Row({ children }: { children: ReactNode }) {
  return <div className="flex flex-wrap items-center gap-3">{children}</div>;
}

/** All components of src/ui, for those who build pages: in English only. */
export function GalleryPage() {
  const [asking, setAsking] = useState(false);
  const [working, setWorking] = useState(false);
  const close = () => setAsking(false);
  return (
    <div lang="en" dir="ltr">
      <Page title="Components" lead="What pages are built of. docs/web.md says how.">
        <Shelf title="Colours">
          <ul className="grid grid-cols-2 gap-3 sm:grid-cols-5">
            {colours.map((name) => (
              <li key={name} className="rounded-md text-sm ring-1 ring-line">
                <div className="h-16 rounded-t-md" style={{ background: `var(--color-${name})` }} />
                <p className="p-2">{name}</p>
              </li>
            ))}
          </ul>
        </Shelf>
        <Shelf title="Buttons and links">
          <Row>
            <Button>Primary</Button>
            <Button look="secondary">Secondary</Button>
            <Button look="quiet">Quiet</Button>
            <Button look="danger">Danger</Button>
            <Button busy={working} onClick={() => setWorking(true)}>
              Busy, when pressed
            </Button>
            <Button disabled>Disabled</Button>
            <Button small>Small</Button>
            <ButtonLink to="/doctors" look="secondary">
              A link
            </ButtonLink>
            <TextLink to="/doctors">A link in a text</TextLink>
          </Row>
        </Shelf>
        <Shelf title="Fields">
          <div className="grid max-w-xl gap-5">
            <TextField label="Name" hint="As your doctor should call you" />
            <TextField label="E-mail address" defaultValue="ada" error="This is no address" />
            <TextArea label="Reason" optional />
            <SelectField label="Language">
              <option>English</option>
              <option>Deutsch</option>
            </SelectField>
            <Choices label="How">
              <Choice name="how" label="In person" hint="At the practice" defaultChecked />
              <Choice name="how" label="By video" />
            </Choices>
            <Checkbox label="Not on Saturdays and Sundays" />
          </div>
        </Shelf>
        <Shelf title="What happens">
          <Row>
            <Badge>Plain</Badge>
            <Badge tone="good">Good</Badge>
            <Badge tone="warn">Warning</Badge>
            <Badge tone="danger">Danger</Badge>
          </Row>
          <Notice>A notice</Notice>
          <Notice tone="good">It went well</Notice>
          <Notice tone="warn">Mind this</Notice>
          <Failed error={new TypeError()} retry={() => toast("Tried again")} />
          <Row>
            <Button look="secondary" onClick={() => toast("Something has happened")}>
              Show a toast
            </Button>
            <Button look="secondary" onClick={() => setAsking(true)}>
              Open a dialog
            </Button>
          </Row>
          <Dialog
            open={asking}
            onClose={close}
            title="Really?"
            actions={
              <>
                <Button look="secondary" onClick={close}>
                  No
                </Button>
                <Button onClick={close}>Yes</Button>
              </>
            }
          >
            <p>Nothing will happen.</p>
          </Dialog>
        </Shelf>
        <Shelf title="Lists">
          <p>While they are loaded, after the button above was pressed:</p>
          {working && <LoadingRows rows={2} />}
          <EmptyState title="Nothing yet">
            <p>Say why, and what to do about it.</p>
          </EmptyState>
        </Shelf>
        <Shelf title="Cards and facts">
          <Card className="max-w-xl">
            <Row>
              <Avatar name="Dr. Ada Lindqvist" />
              <Avatar name="Omar Khayyam" large />
            </Row>
            <div className="mt-5">
              <Facts>
                <Fact name="Name">Dr. Ada Lindqvist</Fact>
                <Fact name="When">
                  <Moment at="2026-12-01T09:30:00Z" />
                </Fact>
              </Facts>
            </div>
          </Card>
        </Shelf>
      </Page>
    </div>
  );
}
