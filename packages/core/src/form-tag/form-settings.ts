import type { KitElement } from '../element/kit-element.ts';

/** The tag's attributes, as its controller reads them. */
export interface FormSettings {
  readonly slug: string | undefined;
  readonly api: string | undefined;
  readonly instance: string;
  readonly sharedDevice: boolean;
  readonly headingLevel: number;
}

export type FormHost = KitElement & FormSettings;
