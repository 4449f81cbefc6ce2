/**
 * Makes something for the same argument once, as forms of Intl: making one takes a thousand times as
 * long as using it.
 */
export function once<Key, Made>(make: (key: Key) => Made): (key: Key) => Made {
  const made = new Map<string, Made>();
  return (key) => {
    const name = JSON.stringify(key);
    const it = made.get(name) ?? make(key);
    made.set(name, it);
    return it;
  };
}
