import type { KitElement } from '@cmto/core/element/kit-element';

/** The tag's attributes, as its controller reads them. */
export interface SurveySettings {
  readonly slug: string | undefined;
  readonly api: string | undefined;
  readonly instance: string;
  readonly sharedDevice: boolean;
}

export type SurveyHost = KitElement & SurveySettings;
