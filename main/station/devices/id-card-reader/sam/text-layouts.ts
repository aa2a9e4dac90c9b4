import type { CardDocumentType, CardTextField } from './card-text.ts';

/** Byte offset and byte length inside the text block. */
export type Place = readonly [offset: number, length: number];

export interface TextLayout {
  readonly docType: CardDocumentType;
  readonly typeFlag: string;
  /** A field may lie in several pieces: they are joined before trimming, a piece may end in a real space. */
  readonly fields: Readonly<Partial<Record<CardTextField, readonly Place[]>>>;
}

export const TEXT_BLOCK_BYTES = 256;
/** The type letter stands here in every layout. A reader that ignores it shows a foreigner's card as garbage. */
export const TYPE_FLAG: Place = [248, 2];

const resident = {
  name: [[0, 30]],
  sexCode: [[30, 2]],
  birth: [[36, 16]],
  address: [[52, 70]],
  number: [[122, 36]],
  authority: [[158, 30]],
  validFrom: [[188, 16]],
  validTo: [[204, 16]],
} as const;

const citizen: TextLayout = {
  docType: 'citizen',
  typeFlag: '',
  fields: { ...resident, nationCode: [[32, 4]] },
};

/** Residence permit for Hong Kong, Macau and Taiwan residents (2018). */
const hmtResident: TextLayout = {
  docType: 'hmtResident',
  typeFlag: 'J',
  fields: { ...resident, passNumber: [[220, 18]], issueCount: [[238, 4]] },
};

/** Foreigner's permanent residence card of 2017. */
const foreignerPR2017: TextLayout = {
  docType: 'foreignerPR2017',
  typeFlag: 'I',
  fields: {
    englishName: [[0, 120]],
    sexCode: [[120, 2]],
    number: [[122, 30]],
    nationality: [[152, 6]],
    name: [[158, 30]],
    validFrom: [[188, 16]],
    validTo: [[204, 16]],
    birth: [[220, 16]],
    cardVersion: [[236, 4]],
    acceptingOrgCode: [[240, 8]],
  },
};

/** Foreigner's permanent residence card issued from December 2023. */
const foreignerPR2023: TextLayout = {
  docType: 'foreignerPR2023',
  typeFlag: 'Y',
  fields: {
    name: [[0, 30]],
    sexCode: [[30, 2]],
    renewalCount: [[32, 4]],
    birth: [[36, 16]],
    englishName: [
      [52, 70],
      [220, 22],
    ],
    number: [[122, 36]],
    validFrom: [[188, 16]],
    validTo: [[204, 16]],
    nationality: [[242, 6]],
    previousNumberKey: [[250, 6]],
  },
};

export const TEXT_LAYOUTS: readonly TextLayout[] = [citizen, hmtResident, foreignerPR2017, foreignerPR2023];
