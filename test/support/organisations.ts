/** Twelve people who play chess: too few to register, enough to be filed. */
export const CHESS_CLUB = {
  ...{ name: '景田棋社', community: '景田社区', street: '莲花街道', purpose: '以棋会友，丰富晚年生活。' },
  group: {
    kind: 'association',
    ...{ persons: 12, units: 0, funds: 5_000 },
    ...{ hasPremises: false, needsLicence: false },
  },
  holder: { name: '测试甲', phone: '13812341234', address: '莲花街道景田路1号2栋301' },
} as const;

/** A body that serves people, and is registered: its code says so. */
export const HELPERS = {
  ...{ name: '安康服务中心', community: '景田社区', street: '莲花街道', purpose: '为老人送餐。' },
  group: {
    kind: 'service-body',
    ...{ persons: 6, units: 0, funds: 20_000 },
    ...{ hasPremises: true, needsLicence: false },
  },
  holder: { name: '测试乙', phone: '0755-12345678' },
  creditCode: '52440303MJL000016X',
} as const;
