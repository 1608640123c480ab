/** Kinds of unit, from the tree of the administrative divisions and from the offices beside it (docs/glossary.md). */
export const unitKinds = [
  'district',
  'street',
  'community',
  'grid',
  'building',
  'centre',
  'department',
  'committee',
  'studio',
  'room',
  'company',
] as const
export type UnitKind = (typeof unitKinds)[number]

/** Roles a post may hold. */
export const roles = [
  'buildingHead',
  'gridWorker',
  'communityClerk',
  'deskOfficer',
  'dispatcher',
  'mediator',
  'expert',
  'legalPartner',
  'departmentOfficer',
  'supervisor',
  'leader',
  'administrator',
  'securityAdministrator',
  'auditor',
] as const
export type Role = (typeof roles)[number]

export const levels = ['community', 'street', 'district'] as const
export type Level = (typeof levels)[number]
