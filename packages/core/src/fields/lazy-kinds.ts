import type { FieldType } from '@cmto/contract';
import italian from '../locales/lazy-kinds.it.ts';
import { kind as allocation, styles as allocationStyles } from './allocation.ts';
import { kind as dropdown } from './dropdown.ts';
import type { FieldKind } from './field-context.ts';
import { kind as file, styles as fileStyles } from './file.ts';
import { kind as group, styles as groupStyles } from './group.ts';
import { kind as matrix, styles as matrixStyles } from './matrix.ts';
import { kind as municipality, styles as municipalityStyles } from './municipality.ts';
import { kind as place, styles as placeStyles } from './place.ts';
import { kind as ranking, styles as rankingStyles } from './ranking.ts';

export { lateServices } from './late-services.ts';

/** A kind, and the styles that its own parts need. */
export interface LazyKind {
  readonly kind: FieldKind<never>;
  readonly styles?: string;
}

/** The kinds that few first pages have: one chunk, for together they compress to three quarters. */
export const lazyKinds: { readonly [type in FieldType]?: LazyKind } = {
  dropdown: { kind: dropdown },
  matrix: { kind: matrix, styles: matrixStyles },
  ranking: { kind: ranking, styles: rankingStyles },
  allocation: { kind: allocation, styles: allocationStyles },
  municipality: { kind: municipality, styles: municipalityStyles },
  place: { kind: place, styles: placeStyles },
  file: { kind: file, styles: fileStyles },
  group: { kind: group, styles: groupStyles },
};

/** The Italian words of these kinds. */
export const words = italian;
