import type { Messages } from '@cmto/core/i18n/translate';
import type it from './it.ts';

export default {
  'sign-in.title': 'Identifiez-vous avec SPID ou CIE',
  'sign-in.why':
    'C’est une demande formelle (istanza) : avant de l’envoyer, vous vous identifiez avec SPID (niveau 2) ou CIE. Votre nom et votre code fiscal parviennent au bureau avec la demande.',
  'sign-in.enter': 'S’identifier avec SPID ou CIE',
  'sign-in.leaving': 'Nous vous amenons à la page d’identification…',
  'sign-in.proving': 'Nous vérifions l’identification…',
  'sign-in.kept':
    'Vous quittez cette page un instant. Ce que vous avez écrit et vos fichiers restent sur cet appareil : au retour, vous continuez d’ici.',
  'sign-in.in': 'Identification au nom de',
  'sign-in.leave': 'Se déconnecter',
  'sign-in.left': 'Déconnexion effectuée : pour envoyer la demande, il faudra vous identifier de nouveau.',
  'sign-in.signs': 'Signée par',
  'sign-in.applies': 'Demandeur',
  'sign-in.by': 'SPID ou CIE',
  'sign-in.behalf':
    'Je confirme : je présente cette demande pour le compte de la personne ou de l’organisme indiqué comme demandeur.',
  'sign-in.behalf-missing':
    'Qui signe et qui est indiqué comme demandeur ne sont pas la même chose : confirmez que vous agissez pour son compte, ou corrigez les données du demandeur.',
  'sign-in.retry': 'Terminer l’identification',
  'sign-in.nowhere':
    'Ici rien ne reste sur cet appareil, et pour s’identifier il faut quitter la page : ce que vous avez écrit serait perdu. Utilisez un autre appareil ou adressez-vous au bureau.',
  'sign-in.elsewhere': 'Ouvrir le formulaire sur la page du service',
  'sign-in.required': 'Pour envoyer cette demande, il faut d’abord s’identifier avec SPID ou CIE.',
  'sign-in.refused':
    'L’identification n’est plus valable et la demande n’est pas partie. Tout est encore ici : identifiez-vous de nouveau, puis envoyez.',
  'sign-in.expired': 'L’identification a expiré. Ce que vous avez écrit est encore ici : identifiez-vous de nouveau.',
  'sign-in.denied': 'Vous avez interrompu l’identification. Rien n’a changé : vous pouvez réessayer quand vous voulez.',
  'sign-in.failed':
    'L’identification n’a pas réussi : le fournisseur d’identité n’a pas confirmé qui vous êtes. Réessayez ; si cela se reproduit, écrivez au bureau.',
  'sign-in.unavailable':
    'En ce moment, l’identification avec SPID ou CIE ne répond pas. Ce que vous avez écrit est en sécurité : réessayez bientôt.',
  'sign-in.over':
    'L’identification a expiré avant la fin, ou elle a commencé sur une autre page. Identifiez-vous de nouveau.',
  'sign-in.offline':
    'Pour s’identifier, il faut le réseau, qui manque en ce moment. Vous pouvez continuer à remplir et vous identifier plus tard, avant l’envoi.',
  'sign-in.unproven':
    'Le réseau manque pour terminer l’identification. Restez sur cette page : vous avez cinq minutes.',
  'sign-in.not-kept':
    'Le brouillon n’a pas pu être enregistré sur cet appareil : pour ne pas le perdre, nous ne vous avons pas fait quitter cette page. Libérez de l’espace et réessayez.',
  'sign-in.not-here': 'Il n’est pas possible de s’identifier avec SPID ou CIE depuis cette page.',
  'sign-in.not-offered':
    'L’identification avec SPID ou CIE n’est pas active pour ce service en ce moment. Signalez-le au bureau.',
} satisfies Record<keyof typeof it, Messages[string]>;
