import { correction, generate } from 'lean-qr';

/** A square of a QR code that is dark, in modules from the upper left corner. */
export type Module = readonly [x: number, y: number];

/** A QR code that can be read with a fold or a stain in it. */
export function qrCode(text: string): { readonly size: number; readonly dark: readonly Module[] } {
  const bitmap = generate(text, { minCorrectionLevel: correction.M });
  const dark: Module[] = [];
  for (let y = 0; y < bitmap.size; y += 1) {
    for (let x = 0; x < bitmap.size; x += 1) if (bitmap.get(x, y)) dark.push([x, y]);
  }
  return { size: bitmap.size, dark };
}
