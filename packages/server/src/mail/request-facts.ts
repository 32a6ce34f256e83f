import type { LocalizedText } from '@cmto/contract';

/** What a letter tells of a request: a part of what its receipt tells. */
export interface RequestFacts {
  /** The receipt's page. */
  readonly url: string;
  readonly title: LocalizedText;
  /** The language that plain texts are in. */
  readonly language: string;
  readonly receivedAt: string;
  readonly isFormal: boolean;
  readonly register?: { readonly code: string; readonly year: number; readonly number: string } | undefined;
  readonly procedure: {
    readonly unit: LocalizedText;
    readonly officer?: string | undefined;
    readonly contacts: {
      readonly email?: string | undefined;
      readonly pec?: string | undefined;
      readonly phone?: string | undefined;
    };
    readonly silence: 'assent' | 'refusal' | 'none';
    readonly deadline?: string | undefined;
  };
  readonly outcome?: { readonly kind: 'accepted' | 'partly' | 'refused' | 'archived' } | undefined;
}
