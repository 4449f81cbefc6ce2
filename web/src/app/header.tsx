import { Trans, useLingui } from "@lingui/react/macro";
import { createLink, useLocation, useNavigate } from "@tanstack/react-router";
import { type ComponentProps, lazy, Suspense, useEffect, useRef } from "react";
import { has, signOut, useSession } from "@/session/session";
import { Button, ButtonLink } from "@/ui/button";
import { classes } from "@/ui/classes";

// What asks the API is not part of the first load.
const UnreadBadge = lazy(() => import("./unread-badge"));

const NavLink = createLink(({ className, ...rest }: ComponentProps<"a">) => (
  <a
    {...rest}
    className={classes(
      "inline-flex min-h-11 items-center gap-2 rounded-md px-3 font-medium text-soft hover:bg-sunken hover:text-ink",
      "aria-[current=page]:text-accent",
      className,
    )}
  />
));

/** Where one can go from everywhere, by who one is. */
function Places() {
  const session = useSession();
  if (session.state !== "signed-in") {
    return (
      <NavLink to="/doctors">
        <Trans>Find a doctor</Trans>
      </NavLink>
    );
  }
  if (has("ADMIN")) {
    return (
      <>
        <NavLink to="/admin">
          <Trans>Administration</Trans>
        </NavLink>
        <NavLink to="/doctors">
          <Trans>Doctors</Trans>
        </NavLink>
      </>
    );
  }
  return (
    <>
      {has("DOCTOR") ? (
        <NavLink to="/desk">
          <Trans>My day</Trans>
        </NavLink>
      ) : (
        <>
          <NavLink to="/doctors">
            <Trans>Find a doctor</Trans>
          </NavLink>
          <NavLink to="/appointments">
            <Trans>Appointments</Trans>
          </NavLink>
          <NavLink to="/payments">
            <Trans>Payments</Trans>
          </NavLink>
        </>
      )}
      <NavLink to="/messages">
        <Trans>Messages</Trans>
      </NavLink>
      <NavLink to="/notifications">
        <Trans>Notifications</Trans>
        <Suspense>
          <UnreadBadge />
        </Suspense>
      </NavLink>
    </>
  );
}

function Own() {
  const session = useSession();
  const navigate = useNavigate();
  if (session.state === "unknown") {
    return <span className="inline-block h-11 w-24" />;
  }
  if (session.state === "signed-out") {
    return (
      <>
        <NavLink to="/sign-in">
          <Trans>Sign in</Trans>
        </NavLink>
        <ButtonLink to="/sign-up" small>
          <Trans>Sign up</Trans>
        </ButtonLink>
      </>
    );
  }
  return (
    <>
      <NavLink to="/account">
        <bdi className="max-w-40 truncate">{session.account.name}</bdi>
      </NavLink>
      <Button small look="secondary" onClick={() => void navigate({ to: "/" }).then(signOut)}>
        <Trans>Sign out</Trans>
      </Button>
    </>
  );
}

export function Header() {
  const { t } = useLingui();
  const menu = useRef<HTMLDetailsElement>(null);
  const { href } = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: on another page the menu closes
  useEffect(() => {
    menu.current?.removeAttribute("open");
  }, [href]);
  return (
    <header className="border-b border-line bg-surface">
      <div className="mx-auto flex max-w-6xl flex-wrap items-center justify-between gap-x-6 px-4 py-2 sm:px-6">
        <NavLink to="/" className="-ms-3 text-xl font-semibold !text-ink">
          <img src="/icon.svg" alt="" width="32" height="32" />
          Carelane
        </NavLink>
        <nav
          aria-label={t`Main`}
          className="hidden grow items-center justify-between gap-1 lg:flex"
        >
          <div className="flex">
            <Places />
          </div>
          <div className="flex items-center gap-2">
            <Own />
          </div>
        </nav>
        <details ref={menu} className="group lg:hidden">
          <summary className="flex min-h-11 cursor-pointer list-none items-center rounded-md px-4 font-medium ring-1 ring-edge">
            <Trans>Menu</Trans>
          </summary>
          <nav
            aria-label={t`Main`}
            className="absolute inset-x-0 z-40 mt-2 grid border-y border-line bg-surface p-4 shadow-raised"
          >
            <Places />
            <div className="mt-2 flex flex-wrap items-center gap-2 border-t border-line pt-3">
              <Own />
            </div>
          </nav>
        </details>
      </div>
    </header>
  );
}
