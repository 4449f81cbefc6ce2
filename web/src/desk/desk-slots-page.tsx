import { useLingui } from "@lingui/react/macro";
import { getRouteApi } from "@tanstack/react-router";
import { SlotsEditor } from "@/slots/slots-editor";
import { Page } from "@/ui/page";
import { DeskTabs } from "./desk-tabs";
import { OwnDoctor } from "./own-doctor";

const route = getRouteApi("/_data/desk/slots");

export function DeskSlotsPage() {
  const { t } = useLingui();
  const { from } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <Page title={t`Free times`}>
      <DeskTabs />
      <OwnDoctor>
        {(doctor) => (
          <SlotsEditor
            doctor={doctor}
            from={from}
            onMove={(date) => void navigate({ search: { from: date }, resetScroll: false })}
          />
        )}
      </OwnDoctor>
    </Page>
  );
}
