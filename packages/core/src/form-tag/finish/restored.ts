/** Calls back when the browser brings the whole page back as it was left, with all that is written in it. */
export const onRestored = (callback: () => void): (() => void) => {
  const hear = ({ persisted }: PageTransitionEvent): void => {
    if (persisted) callback();
  };
  addEventListener('pageshow', hear);
  return () => removeEventListener('pageshow', hear);
};
