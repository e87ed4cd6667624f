import type { Labels } from './shape.js';

export const fr: Labels = {
  agreementType: { twinning: 'Jumelage', friendship: 'Amitié', memorandum: 'Mémorandum d’entente', chamber: 'Partenariat de chambres' },
  agreementStatus: { preparing: 'En préparation', active: 'En vigueur', suspended: 'Suspendue', completed: 'Achevée', terminated: 'Résiliée', expired: 'Échue' },
  milestoneStatus: { planned: 'Prévu', open: 'À faire', submitted: 'Soumis', done: 'Réalisé', blocked: 'Bloqué', notApplicable: 'Sans objet', cancelled: 'Annulé' },
  stage: { preparation: 'Préparation', approval: 'Approbation', signature: 'Signature', launch: 'Lancement', implementation: 'Mise en œuvre', review: 'Évaluation', renewal: 'Renouvellement', dormancy: 'Mise en sommeil' },
  event: {
    opened: 'Ouverture du dossier', councilSession: 'Session du conseil', deliberation: 'Délibération adoptée', receivedByProvince: 'Récépissé de dépôt', visa: 'Visa du gouverneur',
    partnerApproval: 'Approbation du partenaire', signed: 'Signature', inForce: 'Entrée en vigueur', committeeInstalled: 'Installation du comité mixte de suivi', planAdopted: 'Adoption du plan d’action',
    expiry: 'Échéance de la convention', ended: 'Fin de la convention',
  },
  personFunction: {
    coordinator: 'Coordination du club', focalPoint: 'Point focal', president: 'Présidence de la commune', mayorOffice: 'Cabinet du maire', secretariat: 'Secrétariat du conseil', legal: 'Affaires juridiques',
    protocol: 'Protocole', finance: 'Finances', committee: 'Comité mixte de suivi', council: 'Conseil de coordination', other: 'Autre fonction',
  },
  role: { administrator: 'Administrateur', coordinator: 'Coordinateur', legal: 'Référent juridique', council: 'Conseil de coordination' },
  axis: { economy: 'Économie locale', environment: 'Environnement', governance: 'Gouvernance', culture: 'Culture', science: 'Sciences' },
  waitingOn: { governor: 'Le gouverneur', president: 'Le président de la commune', council: 'Le conseil communal', mayors: 'Les deux maires', partnerCouncil: 'Le conseil du partenaire', partnerCity: 'La ville partenaire', both: 'Les deux parties' },
  evidenceLevel: { none: 'Aucune pièce', declared: 'Déclaratif', documented: 'Sur pièce', confirmedByBoth: 'Confirmé par les deux parties', seenOnSite: 'Constaté sur place' },
  certainty: { confirmed: 'Confirmé', secondary: 'De source secondaire', toVerify: 'À vérifier par le référent juridique' },
  health: { onTime: 'Dans les délais', dueSoon: 'Échéance proche', late: 'En retard', blocked: 'Bloquée' },
  deliveryKind: { reminder: 'Rappel', escalation: 'Saisine', catchUp: 'Rattrapage', invitation: 'Invitation', passwordReset: 'Nouveau mot de passe', firstAdministrator: 'Premier administrateur', test: 'Essai' },
  deliveryState: { pending: 'À envoyer', leased: 'En cours d’envoi', held: 'En attente d’accord', sent: 'Envoyé', failed: 'Non remis', suppressed: 'Non envoyé : adresse injoignable', cancelled: 'Annulé' },
  deliveryCommand: { resend: 'Renvoyer', cancel: 'Annuler', release: 'Autoriser l’envoi', hold: 'Suspendre l’envoi' },
  transport: { smtp: 'Par courriel', outbox: 'Conservé au journal des envois' },
  reminderState: { planned: 'Prévu', materialised: 'Dans un courriel', cancelled: 'Annulé' },
  recipientRole: { owner: 'Chargé du suivi', counterpart: 'Homologue', coordinator: 'Coordinateur', president: 'Président de la commune', mayor: 'Maire', council: 'Conseil de coordination' },
  cityRole: { home: 'Commune du club', partner: 'Ville partenaire' },
  identification: { established: 'Identifiée', probable: 'Probable', pending: 'À confirmer' },
  contactMeans: { called: 'Appel', wrote: 'Courrier', met: 'Rencontre' },
  incidentState: { open: 'À examiner', retried: 'Relancé', dismissed: 'Classé' },
  incidentKind: {
    'mail/no-address': 'Un courriel n’a pas pu partir : son destinataire n’a pas d’adresse valable. Corrigez sa fiche puis réessayez.',
    'mail/contact-lost': 'Une adresse a été refusée deux fois et ne reçoit plus rien. Joignez la personne autrement et corrigez son adresse.',
    'mail/failed': 'Un courriel n’a pas pu être remis. Consultez la réponse du serveur de messagerie, puis réessayez ou classez.',
    'person/no-address': 'Une personne a des rappels mais pas d’adresse électronique. Ajoutez l’adresse ou confiez les jalons à une autre personne.',
    'job/failed': 'Une tâche du programme a échoué. Réessayez ; si l’échec se répète, prévenez la personne qui gère le serveur.',
  },
  milestoneCommand: {
    start: 'Démarrer', submit: 'Soumettre', accept: 'Accepter', return: 'Renvoyer pour complément', block: 'Signaler un blocage', unblock: 'Lever le blocage',
    'mark-not-applicable': 'Déclarer sans objet', reschedule: 'Modifier l’échéance', assign: 'Affecter',
  },
  holidayKind: { fixed: 'Chaque année à la même date', hijri: 'Fête religieuse, calendrier hégirien', exceptional: 'Exceptionnel' },
  holidayCertainty: { confirmed: 'Confirmée', estimated: 'Estimée, à confirmer' },
  source: {
    article: 'Source : article fondateur du 30 octobre 2025', press: 'Source : presse, du 27 au 31 octobre 2025', demonstration: 'Inventé pour la démonstration', entered: 'Saisi par le club',
  },
};
