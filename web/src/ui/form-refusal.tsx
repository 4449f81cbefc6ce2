import { Notice } from "./feedback";

/** Why a form as a whole was refused, above its button: {@code errors.root?.message}. */
export function FormRefusal({ message }: { message: string | undefined }) {
  return message ? (
    <Notice tone="danger" live>
      {message}
    </Notice>
  ) : null;
}
