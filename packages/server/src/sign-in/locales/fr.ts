import type { Words } from './it.ts';

export const fr: Words = {
  over: 'Cette connexion a expiré ou a déjà été utilisée. Revenez à la page de la demande et identifiez-vous à nouveau : ce que vous avez écrit y est encore.',
};
