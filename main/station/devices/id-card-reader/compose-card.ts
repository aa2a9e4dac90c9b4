import { checkDigitFor } from '../../../foundation/identity/check-digit.ts';
import type { CardDocumentType, CardText } from './sam/card-text.ts';

/** What a trainer or a test says about an invented card; everything has a default. */
export interface CardFields {
  readonly docType?: CardDocumentType | undefined;
  readonly name?: string | undefined;
  readonly englishName?: string | undefined;
  /** "1966-06-15" or "19660615". */
  readonly birth?: string | undefined;
  readonly sex?: 'male' | 'female' | undefined;
  /** Made up from birth and sex unless given. */
  readonly number?: string | undefined;
  readonly nationCode?: string | undefined;
  readonly nationality?: string | undefined;
  readonly address?: string | undefined;
  readonly validFrom?: string | undefined;
  /** A day, or 长期. */
  readonly validTo?: string | undefined;
}

/** Region parts of numbers nobody can have: county 99 of Beijing is unallocated. */
const REGION: Readonly<Record<Exclude<CardDocumentType, 'foreignerPR2017'>, string>> = {
  citizen: '110199',
  hmtResident: '810000',
  foreignerPR2023: '911840',
};

const TYPE_FLAGS: Readonly<Record<CardDocumentType, string>> = {
  citizen: '',
  hmtResident: 'J',
  foreignerPR2017: 'I',
  foreignerPR2023: 'Y',
};

const compact = (date: string) => date.replaceAll('-', '');

/** The text of an invented card of any of the four kinds, its number right by GB 11643. */
export function composeCard(fields: CardFields): CardText {
  const docType = fields.docType ?? 'citizen';
  const sex = fields.sex ?? 'male';
  const birth = compact(fields.birth ?? '19560615');
  const validTo = compact(fields.validTo ?? '长期');
  return {
    docType,
    typeFlag: TYPE_FLAGS[docType],
    name: fields.name ?? '测试甲',
    sexCode: sex === 'male' ? '1' : '2',
    birth,
    number: fields.number ?? inventNumber(docType, birth, sex, fields.nationality ?? 'USA'),
    validFrom: compact(fields.validFrom ?? '20160615'),
    validTo,
    longTerm: validTo === '长期',
    ...ownFields(docType, fields),
  };
}

function ownFields(docType: CardDocumentType, fields: CardFields): Partial<CardText> {
  const address = { address: fields.address ?? '北京市测试区样例路1号', authority: '北京市公安局测试分局' };
  const foreigner = {
    englishName: fields.englishName ?? 'TESTSON, SAMPLE',
    nationality: fields.nationality ?? 'USA',
  };
  switch (docType) {
    case 'citizen':
      return { ...address, nationCode: fields.nationCode ?? '01' };
    case 'hmtResident':
      return { ...address, passNumber: 'H12345678', issueCount: '01' };
    case 'foreignerPR2017':
      return { ...foreigner, cardVersion: '01', acceptingOrgCode: '1500' };
    case 'foreignerPR2023':
      return { ...foreigner, renewalCount: '00', previousNumberKey: '' };
  }
}

function inventNumber(
  docType: CardDocumentType,
  birth: string,
  sex: 'male' | 'female',
  nationality: string,
): string {
  if (docType === 'foreignerPR2017') return `${nationality}1101${birth}`;
  const first17 = REGION[docType] + birth + (sex === 'male' ? '901' : '902');
  return /^\d{17}$/.test(first17) ? first17 + checkDigitFor(first17) : first17;
}
