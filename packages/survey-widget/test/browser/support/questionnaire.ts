import type { Field, Page, Survey } from '@cmto/contract';
import { aSurvey, type SurveyTraits, words } from '@cmto/testing/builders';

const role: Field = {
  id: 'ruolo',
  type: 'choice',
  label: words('Chi sei?', 'Who are you?', 'Qui êtes-vous ?'),
  required: true,
  options: [
    { value: 'sindaco', label: words('Sindaca o sindaco', 'Mayor', 'Maire') },
    { value: 'cittadino', label: words('Cittadina o cittadino', 'Citizen', 'Citoyen') },
  ],
};

const body: Field = {
  id: 'ente',
  type: 'text',
  label: words('Nome dell’ente', 'Name of the body', 'Nom de l’organisme'),
  required: true,
  visibleIf: { field: 'ruolo', op: 'equals', value: 'sindaco' },
};

const mayors: Page = {
  id: 'comune',
  title: words('Il comune', 'The municipality', 'La commune'),
  visibleIf: { field: 'ruolo', op: 'equals', value: 'sindaco' },
  fields: [
    {
      id: 'abitanti',
      type: 'number',
      label: words('Quanti abitanti?', 'How many inhabitants?', 'Combien d’habitants ?'),
      required: true,
      min: 1,
    },
  ],
};

const ideas: Page = {
  id: 'idee',
  title: words('Le idee', 'Ideas', 'Idées'),
  fields: [
    {
      id: 'idea',
      type: 'long-text',
      label: words('La tua idea come {{ruolo}}', 'Your idea as {{ruolo}}', 'Votre idée : {{ruolo}}'),
      maxLength: 200,
    },
    { id: 'email', type: 'email', label: words('Indirizzo e-mail', 'E-mail address', 'Adresse e-mail') },
    { id: 'quando', type: 'date', label: words('Da quando?', 'Since when?', 'Depuis quand ?') },
  ],
};

/** A survey of three pages, one of them for mayors only, in three languages. */
export const aQuestionnaire = (parts: SurveyTraits = {}): Survey =>
  aSurvey({
    title: words('Il piano strategico', 'The strategic plan', 'Le plan stratégique'),
    intro: words(
      'Raccogliamo **idee** per il territorio.',
      'We gather **ideas** for the area.',
      'Nous recueillons des **idées**.',
    ),
    minutes: 4,
    pages: [
      { id: 'chi', title: words('Chi risponde', 'Who answers', 'Qui répond'), fields: [role, body] },
      mayors,
      ideas,
    ],
    ...parts,
  });

/** A survey of one page with one question that needs an answer. */
export const aPoll = (parts: SurveyTraits = {}): Survey =>
  aSurvey({
    title: words('Sondaggio', 'Poll', 'Sondage'),
    fields: [
      {
        id: 'tema',
        type: 'choice',
        label: words('Da dove cominciare?', 'Where to start?', 'Par où commencer ?'),
        required: true,
        options: [
          { value: 'mobilita', label: words('Mobilità', 'Mobility', 'Mobilité') },
          { value: 'acque', label: words('Acque', 'Water', 'Eaux') },
        ],
      },
    ],
    ...parts,
  });
