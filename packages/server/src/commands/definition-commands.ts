import type { DefinitionKind } from '../surveys/definition.ts';
import type { CommandTable } from './command-options.ts';

/** The same words for surveys, services and consultations. */
export const definitionCommands = (kind: DefinitionKind): CommandTable => ({
  [`${kind} import`]: {
    operands: 1,
    run: async (context, [file]) => (await import('./import-surveys.ts')).importDefinition(context, kind, file!),
  },
  [`${kind} publish`]: {
    operands: 1,
    run: async (context, [slug]) => (await import('./manage-surveys.ts')).publish(context, kind, slug!),
  },
  [`${kind} close`]: {
    operands: 1,
    options: ['at'],
    run: async (context, [slug], { at }) => (await import('./manage-surveys.ts')).close(context, kind, slug!, at),
  },
  [`${kind} withdraw`]: {
    operands: 2,
    run: async (context, [slug, version]) =>
      (await import('./manage-surveys.ts')).withdrawVersion(context, kind, slug!, version!),
  },
  [`${kind} export`]: {
    operands: 1,
    options: ['json', 'csv', 'codebook', 'out'],
    run: async (context, [slug], given) =>
      (await import('./export-survey.ts')).exportAnswers(context, kind, slug!, given),
  },
  [`${kind} list`]: {
    operands: 0,
    run: async (context) => (await import('./manage-surveys.ts')).list(context, kind),
  },
});
