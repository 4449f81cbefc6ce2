import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from "react";

/** In px: nearer to the end than this, one stays at the end when something is added. */
const nearEnd = 80;

/**
 * Keeps what one reads where it is: when older messages come above, and at the end when one is
 * there and newer come below.
 */
export function useKeptScroll(
  box: RefObject<HTMLElement | null>,
  first: string | undefined,
  last: string | undefined,
): { atEnd: boolean; onScroll: () => void; toEnd: () => void } {
  const before = useRef<{ first: string | undefined; height: number; atEnd: boolean }>({
    first: undefined,
    height: 0,
    atEnd: true,
  });
  const [atEnd, setAtEnd] = useState(true);

  const toEnd = useCallback(() => {
    box.current?.scrollTo({ top: box.current.scrollHeight });
  }, [box]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the last message is what changes
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) {
      return;
    }
    if (before.current.atEnd) {
      element.scrollTop = element.scrollHeight;
    } else if (first !== before.current.first) {
      element.scrollTop += element.scrollHeight - before.current.height;
    }
    before.current = { ...before.current, first, height: element.scrollHeight };
  }, [box, first, last]);

  const onScroll = useCallback(() => {
    const element = box.current;
    if (element) {
      const end = element.scrollHeight - element.scrollTop - element.clientHeight < nearEnd;
      before.current = { ...before.current, height: element.scrollHeight, atEnd: end };
      setAtEnd(end);
    }
  }, [box]);

  return { atEnd, onScroll, toEnd };
}
