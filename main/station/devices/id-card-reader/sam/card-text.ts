export type CardDocumentType = 'citizen' | 'hmtResident' | 'foreignerPR2017' | 'foreignerPR2023';

/** The text fields of a card as they stand on the chip, right-trimmed. Clear text: stays inside the device. */
export interface CardText {
  readonly docType: CardDocumentType;
  /** Empty on a citizen's card, else I, J or Y. */
  readonly typeFlag: string;
  readonly name: string;
  /** GB/T 2261.1: 0 unknown, 1 male, 2 female, 9 not stated. */
  readonly sexCode: string;
  /** YYYYMMDD. */
  readonly birth: string;
  readonly number: string;
  readonly validFrom: string;
  /** YYYYMMDD or 长期. */
  readonly validTo: string;
  readonly longTerm: boolean;
  readonly nationCode?: string;
  readonly address?: string;
  readonly authority?: string;
  readonly englishName?: string;
  /** Three letters, ISO 3166-1. */
  readonly nationality?: string;
  readonly passNumber?: string;
  readonly issueCount?: string;
  readonly cardVersion?: string;
  readonly acceptingOrgCode?: string;
  readonly renewalCount?: string;
  readonly previousNumberKey?: string;
}

export type CardTextField = Exclude<keyof CardText, 'docType' | 'typeFlag' | 'longTerm'>;
