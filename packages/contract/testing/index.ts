export { answersFor, type AnswerStyle } from './answers.ts';
export { aField, aForm, aSurvey } from './builders.ts';
export { type Draw, drawing } from './draw.ts';
export { formArbitrary, formWithAnswers } from './forms.ts';
export { jsonArbitrary } from './json.ts';
export { type Pollution, pollutions, withPollution } from './pollution.ts';
export { fixedSeed } from './seed.ts';
export { someCodes } from './valid-codes.ts';
