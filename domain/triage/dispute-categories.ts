import type { CategoryRow } from './category.ts'

/**
 * The two-level table of 17 classes used by the governance centres, with the older 24-class number and the line of the
 * justice statistics beside it, so that one record feeds every report (domain rules §6.4, §1.5).
 */
export const disputeCategories: readonly CategoryRow[] = [
  ['01', '婚恋家庭', 'Marriage and family', 'dispute', '16', 'family'],
  ['0101', '恋爱及婚姻', 'Courtship and marriage', 'dispute', '16', 'family'],
  ['0102', '抚养、赡养、监护', 'Child support, care of parents, guardianship', 'dispute', '16', 'family'],
  ['0103', '分家与继承', 'Division of the household and inheritance', 'dispute', '16', 'family'],
  ['0199', '其他婚恋家庭', 'Other family matters', 'dispute', '16', 'family'],

  ['02', '邻里', 'Between neighbours', 'dispute', '17', 'neighbours'],
  [
    '0201',
    '用水、排水、通行、通风、采光',
    'Water, drainage, passage, air and light',
    'dispute',
    '17',
    'neighbours',
  ],
  ['0202', '相邻土地和建筑利用', 'Use of adjoining land and buildings', 'dispute', '17', 'neighbours'],
  ['0203', '相邻污染和损害防止', 'Leaks, noise and nuisance from next door', 'dispute', '17', 'neighbours'],
  ['0299', '其他邻里', 'Other matters between neighbours', 'dispute', '17', 'neighbours'],

  ['03', '人格权', 'Rights of the person', 'dispute', '15', 'damages'],
  ['0301', '姓名和肖像', 'Name and likeness', 'dispute', null, 'damages'],
  ['0302', '名誉和隐私', 'Reputation and privacy', 'dispute', null, 'damages'],
  ['0303', '身体健康及人身自由', 'Bodily health and liberty', 'dispute', '15', 'damages'],
  ['0399', '其他人格权', 'Other rights of the person', 'dispute', null, 'damages'],

  ['04', '物权相关', 'Ownership', 'dispute', '12', null],
  ['0401', '财物返还及损害赔偿', 'Return of belongings and damage to them', 'dispute', '24', 'damages'],
  ['0402', '物业及其管理', 'Property management', 'dispute', '12', 'property'],
  ['0403', '房屋等不动产登记', 'Registration of houses and land', 'dispute', '12', 'housing'],
  ['0499', '其他物权', 'Other matters of ownership', 'dispute', null, null],

  ['05', '侵权相关', 'Harm done', 'dispute', '24', 'damages'],
  ['0501', '教育机构', 'Schools and training', 'dispute', '11', 'damages'],
  ['0502', '医疗损害', 'Medical harm', 'dispute', '09', 'medical'],
  ['0503', '交通事故', 'Road accidents', 'dispute', '10', 'traffic'],
  ['0504', '环境污染', 'Pollution', 'dispute', '05', 'pollution'],
  ['0505', '产品责任', 'Product liability', 'dispute', '13', 'consumer'],
  ['0506', '网络侵权', 'Harm done online', 'dispute', null, null],
  ['0507', '劳务损害', 'Injury while working for somebody', 'dispute', '15', 'damages'],
  ['0599', '其他侵权', 'Other harm', 'dispute', '24', 'damages'],

  ['06', '合同及相关', 'Contracts', 'dispute', '14', 'contract'],
  ['0601', '消费及服务', 'Consumption and services', 'dispute', '13', 'consumer'],
  ['0602', '房产买卖和租赁', 'Sale and lease of homes', 'dispute', '12', 'contract'],
  ['0603', '交易和贸易', 'Trade', 'dispute', '14', 'contract'],
  ['0604', '运输和仓储', 'Carriage and storage', 'dispute', '14', 'contract'],
  ['0699', '其他合同', 'Other contracts', 'dispute', '14', 'contract'],

  ['07', '劳动人事争议', 'Labour and personnel', 'dispute', '08', 'labour'],
  ['0701', '劳动合同、工资和劳务派遣', 'Labour contracts, wages and agency work', 'dispute', '08', 'labour'],
  ['0702', '社会保险', 'Social insurance', 'dispute', '08', 'labour'],
  ['0703', '福利待遇', 'Benefits', 'dispute', '08', 'labour'],
  ['0704', '人事争议', 'Personnel of public bodies', 'dispute', '08', 'labour'],
  ['0799', '其他劳动人事', 'Other labour matters', 'dispute', '08', 'labour'],

  ['08', '金融借贷', 'Finance and lending', 'dispute', '14', 'contract'],
  ['0801', '证券、基金和期货', 'Securities, funds and futures', 'dispute', '14', 'contract'],
  ['0802', '投资、信托和理财', 'Investments and trusts', 'dispute', '14', 'contract'],
  ['0803', '保险', 'Insurance', 'dispute', '14', 'contract'],
  ['0804', '借贷及担保', 'Loans and sureties', 'dispute', '14', 'contract'],
  ['0899', '其他金融借贷', 'Other finance', 'dispute', '14', 'contract'],

  ['09', '土地及资源权属', 'Land and resources', 'dispute', '04', 'land'],
  ['0901', '土地承包经营', 'Contracted farmland', 'dispute', '04', 'land'],
  ['0902', '宅基地使用', 'House plots', 'dispute', '04', 'housing'],
  ['0903', '山林和矿产', 'Forests and minerals', 'dispute', '04', 'land'],
  ['0904', '水域和水利', 'Waters and waterworks', 'dispute', '04', 'land'],
  ['0999', '其他土地及资源', 'Other land and resources', 'dispute', '04', 'land'],

  ['10', '其他民商事', 'Other civil and commercial', 'dispute', null, 'other'],
  ['1001', '知识产权', 'Intellectual property', 'dispute', null, 'other'],
  ['1002', '公司、企业设立和解散', 'Founding and winding up of companies', 'dispute', null, 'production'],
  ['1003', '海事海商', 'Shipping', 'dispute', null, 'other'],
  ['1004', '竞争', 'Competition', 'dispute', null, 'production'],
  ['1005', '票据与信用证', 'Bills and letters of credit', 'dispute', '14', 'other'],
  ['1006', '无因管理与不当得利', 'Unasked help and unjust gain', 'dispute', null, 'other'],
  ['1099', '其他民商事', 'Other civil and commercial matters', 'dispute', null, 'other'],

  ['11', '城乡建设发展', 'Building and development', 'dispute', '03', null],
  ['1101', '国有土地上房屋征收', 'Expropriation of houses on state land', 'dispute', '02', 'demolition'],
  ['1102', '农村集体土地征用', 'Expropriation of collective land', 'dispute', '01', 'demolition'],
  ['1103', '城乡规划及拆违', 'Planning and illegal structures', 'dispute', '03', null],
  ['1104', '基础设施建设及市政市容', 'Public works', 'dispute', '03', null],
  ['1105', '移民安置', 'Resettlement', 'dispute', '21', null],
  ['1199', '其他城乡建设', 'Other building matters', 'dispute', '03', null],

  ['12', '涉民政', 'Civil affairs', 'dispute', null, 'other'],
  ['1201', '村社区选举和管理', 'Elections and running of villages and communities', 'dispute', '07', 'other'],
  ['1202', '优抚救助', 'Relief and special care', 'dispute', null, 'other'],
  ['1203', '区划边界', 'Boundaries', 'dispute', '18', 'other'],
  ['1299', '其他涉民政', 'Other civil affairs', 'dispute', null, 'other'],

  ['13', '其他行政执法', 'Other law enforcement', 'complaint', '22', null],
  ['1301', '城市管理执法', 'City management', 'complaint', '22', null],
  ['1302', '教育文体', 'Education, culture and sport', 'complaint', '22', null],
  ['1303', '工商税务', 'Trade and taxes', 'complaint', '22', null],
  ['1304', '安全生产', 'Safety at work', 'complaint', '22', null],
  ['1305', '交通运输', 'Transport', 'complaint', '22', null],
  ['1306', '海事渔事', 'Waterways and fishing', 'complaint', '22', null],
  ['1307', '计划生育', 'Family planning', 'complaint', '06', null],
  ['1399', '其他执法', 'Other enforcement', 'complaint', '22', null],

  ['14', '涉法涉诉', 'Law and litigation', 'complaint', '23', null],
  ['1401', '涉公安', 'Concerning the police', 'complaint', '23', null],
  ['1402', '涉检察院', 'Concerning the procuratorate', 'complaint', '23', null],
  ['1403', '涉法院', 'Concerning the courts', 'complaint', '23', null],
  ['1404', '涉司法行政机关', 'Concerning judicial administration', 'complaint', '23', null],

  ['15', '涉组织涉纪检', 'Organisation and discipline', 'report', null, null],
  ['1501', '组织人事', 'Appointments', 'report', null, null],
  ['1502', '干部作风', 'Conduct of officials', 'report', null, null],
  ['1599', '其他涉组织涉纪检', 'Other discipline', 'report', null, null],

  ['16', '涉民族宗教', 'Ethnic groups and religion', 'complaint', '19', null],
  ['1601', '民族', 'Ethnic groups', 'complaint', '19', null],
  ['1602', '宗教', 'Religion', 'complaint', '19', null],

  ['99', '其他', 'Other disputes', 'dispute', null, 'other'],
]
