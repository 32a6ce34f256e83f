/** What the page around may know: names and numbers, never an answer, nor an id that could be found in the database. */
export interface SurveyEventDetail {
  readonly slug: string;
  readonly version: number;
}

/** What all events of a survey are like. */
export class SurveyEvent<Detail extends SurveyEventDetail = SurveyEventDetail> extends CustomEvent<Readonly<Detail>> {
  constructor(name: string, detail: Detail, cancelable = false) {
    super(name, { detail: Object.freeze(detail), bubbles: true, composed: true, cancelable });
  }
}

/** The first questions can be answered. */
export class SurveyReadyEvent extends SurveyEvent {
  constructor(detail: SurveyEventDetail) {
    super('cmto-survey-ready', detail);
  }
}

declare global {
  interface HTMLElementEventMap {
    'cmto-survey-ready': SurveyReadyEvent;
  }
}
