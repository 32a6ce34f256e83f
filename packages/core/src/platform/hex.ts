/** Lower-case hex. A plain loop: old libraries put an `Array.from` of their own in place of the browser's. */
export const hex = (bytes: Uint8Array): string => {
  let text = '';
  for (const byte of bytes) text += byte.toString(16).padStart(2, '0');
  return text;
};
