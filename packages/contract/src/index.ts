export type * from './schemas/index.ts';
export { isProblemCode, type ProblemCode, problems, problemType } from './problems.ts';
export { type AnswerWords, describeAnswer } from './rules/answer-text.ts';
export { canonicalAnswers } from './rules/canonical.ts';
export { canonicalJson } from './rules/canonical-json.ts';
export { canonicalText, canonicalValue } from './rules/canonical-value.ts';
export { conditionFields, evaluateCondition, type Lookup } from './rules/conditions.ts';
export { type Content, contentToHash } from './rules/content-hash.ts';
export { duplicateKey } from './rules/duplicate-key.ts';
export { isEmail } from './rules/email.ts';
export { isIban } from './rules/iban.ts';
export { type Issue, type IssueCode, issueCodes, type IssueParams } from './rules/issue.ts';
export { issueMessage } from './rules/issue-message.ts';
export { limits } from './rules/limits.ts';
export { type Block, type Inline, parseMarkdown } from './rules/markdown.ts';
export { isMunicipalityCode } from './rules/municipality-code.ts';
export { pageAfter, pageBefore } from './rules/page-order.ts';
export { type ContributionParts, partsOfContribution } from './rules/contribution-parts.ts';
export { findPersonalData, type PersonalData } from './rules/personal-data.ts';
export { isPhone } from './rules/phone.ts';
export { isPostalCode } from './rules/postal-code.ts';
export { isTaxCode } from './rules/tax-code.ts';
export {
  longestRatingDetails,
  mostDifficultStars,
  mostStars,
  type RatingQuestion,
  type RatingSubject,
  ratingAnswers,
  ratingSubjects,
} from './rules/rating.ts';
export { ratingSurvey } from './rules/rating-survey.ts';
export { checkTarget, type TargetIssue } from './rules/target.ts';
export { type FoundText, localize, quoteAnswers } from './rules/text.ts';
export { isUrl } from './rules/url.ts';
export { checkAnswers, checkAttachments, checkField, checkPage } from './rules/validity.ts';
export { holds, isRequired, visibleOptions } from './rules/field-rules.ts';
export {
  effectiveValue,
  rowLookup,
  type RowVisibility,
  rowVisibility,
  type Visibility,
  visibilityOf,
} from './rules/visibility.ts';
export { isConsultation } from './guards/consultation.ts';
export { isMunicipalityList } from './guards/municipalities.ts';
export { isProblem } from './guards/problem.ts';
export { isReceipt, isReceiptStatus, isRequestMessage, isRequestStatus } from './guards/receipt.ts';
export { isService } from './guards/service.ts';
export { isSignIn, isSignInProof } from './guards/sign-in.ts';
export { isSurvey } from './guards/survey.ts';
export {
  checkConsultationDefinition,
  checkDefinition,
  checkServiceDefinition,
  type DefinitionCode,
  definitionCodes,
  type DefinitionIssue,
} from './rules/definition.ts';
export { consultationOfFile } from './rules/consultation-of-file.ts';
export { serviceOfFile } from './rules/service-of-file.ts';
export { surveyOfFile } from './rules/survey-of-file.ts';
