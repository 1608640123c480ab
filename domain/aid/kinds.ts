/** A kind of help in the catalogue 服务清单 of a district: its own rows, with these to begin with. */
export type AidKind = { code: string; nameZh: string; nameEn: string }

/**
 * What a new district can order from; kinds met in the field (Minyi street: renewal of old quarters, project teams; elsewhere
 * lift installation, corridors, lawyers on the spot). A district changes the list as it likes.
 */
export const defaultAidKinds: readonly AidKind[] = [
  { code: 'RENEWAL', nameZh: '老旧楼栋改造', nameEn: 'Renewal of an old building' },
  { code: 'LIFT', nameZh: '加装电梯协商', nameEn: 'Lift installation: talks between neighbours' },
  { code: 'CORRIDOR', nameZh: '楼道清理', nameEn: 'Clearing a corridor' },
  { code: 'LAWYER', nameZh: '法律人员到现场', nameEn: 'Legal advice on the spot' },
  { code: 'EXPERT', nameZh: '专家到现场', nameEn: 'Expert on site' },
  { code: 'MEDIATOR', nameZh: '调解员到场', nameEn: 'Mediator on site' },
  { code: 'HANDS', nameZh: '志愿者支援', nameEn: 'Volunteers' },
  { code: 'EQUIPMENT', nameZh: '设备物资', nameEn: 'Equipment and material' },
  { code: 'OTHER', nameZh: '其他', nameEn: 'Other help' },
]
