import {
  Accessibility,
  BadgeCheck,
  BookHeart,
  Building2,
  Coins,
  FileText,
  Footprints,
  HandCoins,
  HandHeart,
  Heart,
  House,
  IdCard,
  MessageCircle,
  Stamp,
  Utensils,
  type LucideIcon,
} from 'lucide-vue-next';

const BY_SERVICE: Readonly<Record<string, LucideIcon>> = {
  'HY-07': BookHeart,
  'HY-08': BookHeart,
  'HY-10': FileText,
  'LN-01': Coins,
  'LN-02': BadgeCheck,
  'LN-10': IdCard,
  'LN-11': IdCard,
  'LN-13': Utensils,
  'LN-15': House,
  'LN-17': Footprints,
  'JZ-05': Accessibility,
  'JZ-06': Accessibility,
  'JZ-13': MessageCircle,
  'SH-14': FileText,
  'SH-16': Stamp,
};

const BY_FAMILY: Readonly<Record<string, LucideIcon>> = {
  HY: Heart,
  LN: HandHeart,
  JZ: HandCoins,
  SH: Building2,
};

/** A picture beside the name, never instead of it: the service's own, else its family's (the code's two letters). */
export function serviceIcon(serviceCode: string): LucideIcon {
  return BY_SERVICE[serviceCode] ?? BY_FAMILY[serviceCode.slice(0, 2)] ?? FileText;
}
