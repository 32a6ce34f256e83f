const entry = [0x50, 0x4b, 0x01, 0x02];
const headerLength = 46;
/** No name in an office document is longer. A list may say 65,535 bytes of each of thousands, one over the other. */
const longestName = 1000;

const isEntry = (bytes: Uint8Array, at: number): boolean => entry.every((byte, index) => bytes[at + index] === byte);

/** Names of the files in a ZIP file, read from the list at its end as far as these last bytes reach. */
export const zipNames = (tail: Uint8Array): string[] => {
  const names: string[] = [];
  for (let at = tail.indexOf(0x50); at >= 0 && at + headerLength <= tail.length; at = tail.indexOf(0x50, at + 1)) {
    if (!isEntry(tail, at)) continue;
    const length = tail[at + 28]! + tail[at + 29]! * 256;
    const start = at + headerLength;
    names.push(String.fromCharCode(...tail.subarray(start, start + Math.min(length, longestName))));
  }
  return names;
};
