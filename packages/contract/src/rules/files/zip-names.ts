const entry = [0x50, 0x4b, 0x01, 0x02];
const headerLength = 46;

const isEntry = (bytes: Uint8Array, at: number): boolean => entry.every((byte, index) => bytes[at + index] === byte);

/** Names of the files in a ZIP file, read from the list at its end as far as these last bytes reach. */
export const zipNames = (tail: Uint8Array): string[] => {
  const names: string[] = [];
  for (let at = tail.indexOf(0x50); at >= 0 && at + headerLength <= tail.length; at = tail.indexOf(0x50, at + 1)) {
    if (!isEntry(tail, at)) continue;
    const length = tail[at + 28]! + tail[at + 29]! * 256;
    let name = '';
    for (const byte of tail.subarray(at + headerLength, at + headerLength + length)) name += String.fromCharCode(byte);
    names.push(name);
  }
  return names;
};
