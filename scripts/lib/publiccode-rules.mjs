const STATUSES = ['concept', 'development', 'beta', 'stable', 'obsolete'];

const TYPES = [
  'standalone/mobile',
  'standalone/iot',
  'standalone/desktop',
  'standalone/web',
  'standalone/backend',
  'standalone/other',
  'addon',
  'library',
  'configurationFiles',
];

const LANGUAGE = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/;

const isText = (value) => typeof value === 'string' && value.trim() !== '';
const isList = (value) => Array.isArray(value) && value.length > 0 && value.every(isText);
const isHttpUrl = (value) => isText(value) && URL.canParse(value) && /^https?:/.test(value);
const lengthWithin = (value, least, most) =>
  isText(value) && value.trim().length >= least && value.trim().length <= most;

function checkDescription(description, wrong) {
  const languages = Object.entries(description ?? {});
  if (languages.length === 0) wrong('description', 'needs at least one language');
  for (const [language, texts] of languages) {
    const at = `description/${language}`;
    if (!LANGUAGE.test(language)) wrong(at, 'is no BCP 47 language');
    if (!lengthWithin(texts?.shortDescription, 1, 150))
      wrong(`${at}/shortDescription`, 'must have 1 to 150 characters');
    if (!lengthWithin(texts?.longDescription, 150, 10_000)) {
      wrong(`${at}/longDescription`, 'must have 150 to 10,000 characters');
    }
    if (!isList(texts?.features)) wrong(`${at}/features`, 'must be a list of texts');
  }
}

function checkMaintenance(maintenance, wrong) {
  const needs = { internal: 'contacts', community: 'contacts', contract: 'contractors', none: undefined };
  const { type } = maintenance ?? {};
  if (!(type in needs)) return wrong('maintenance/type', `must be one of ${Object.keys(needs).join(', ')}`);
  const people = needs[type] && maintenance[needs[type]];
  if (needs[type] && !(Array.isArray(people) && people.length > 0 && people.every(({ name }) => isText(name)))) {
    wrong(`maintenance/${needs[type]}`, `must name somebody, the type being ${type}`);
  }
}

/** What keeps a parsed publiccode.yml from being valid under version 0.7: a line per problem, none when it is. */
export function publiccodeProblems(file) {
  const problems = [];
  const wrong = (key, why) => problems.push(`${key} ${why}`);
  if (file?.publiccodeYmlVersion !== '0.7') wrong('publiccodeYmlVersion', "must be '0.7', as text");
  if (!isText(file?.name)) wrong('name', 'is missing');
  if (!isHttpUrl(file?.url)) wrong('url', 'must be the repository’s http address');
  if (!isText(file?.platforms) && !isList(file?.platforms)) wrong('platforms', 'must be a list of texts');
  if (!STATUSES.includes(file?.developmentStatus)) wrong('developmentStatus', `must be one of ${STATUSES.join(', ')}`);
  if (!TYPES.includes(file?.softwareType)) wrong('softwareType', `must be one of ${TYPES.join(', ')}`);
  checkDescription(file?.description, wrong);
  if (!isText(file?.legal?.license)) wrong('legal/license', 'must be an SPDX expression');
  checkMaintenance(file?.maintenance, wrong);
  if (typeof file?.localisation?.localisationReady !== 'boolean') {
    wrong('localisation/localisationReady', 'must be true or false');
  }
  const languages = file?.localisation?.availableLanguages;
  if (!isList(languages) || !languages.every((language) => LANGUAGE.test(language))) {
    wrong('localisation/availableLanguages', 'must be a list of BCP 47 languages');
  }
  if (file?.organisation && !isText(file.organisation.uri))
    wrong('organisation/uri', 'is mandatory within organisation');
  if (file?.it || file?.IT) wrong('it', 'is deprecated since 0.7: use supports');
  return problems;
}
