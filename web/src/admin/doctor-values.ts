import type { Schemas } from "@/api/client";
import { minorOf, typedOf } from "./money";

type Doctor = Schemas["DoctorView"];

/** A doctor's profile as it is typed. */
export interface DoctorValues {
  name: string;
  specialization: string;
  /** In major units, as the reader writes numbers */
  amount: string;
  currency: string;
  zone: string;
  /** Codes */
  languages: string[];
  location: string;
  about: string;
  /** Empty for none */
  accountId: string;
}

export const newDoctor: DoctorValues = {
  name: "",
  specialization: "",
  amount: "",
  currency: "EUR",
  zone: "",
  languages: [],
  location: "",
  about: "",
  accountId: "",
};

export function valuesOf(doctor: Doctor, locale: string): DoctorValues {
  return {
    name: doctor.name,
    specialization: doctor.specialization,
    amount: typedOf(doctor.fee, locale),
    currency: doctor.fee.currency,
    zone: doctor.zone,
    languages: doctor.languages,
    location: doctor.location,
    about: doctor.about,
    accountId: doctor.accountId ?? "",
  };
}

/** All but the zone, which stays what it was. */
export function changeOf(values: DoctorValues, locale: string): Schemas["DoctorChangeRequest"] {
  const { amount, currency, zone: _, accountId, ...rest } = values;
  return {
    ...rest,
    fee: { amountMinor: minorOf(amount, currency, locale) ?? 0, currency },
    ...(accountId && { accountId }),
  };
}

export function requestOf(values: DoctorValues, locale: string): Schemas["NewDoctorRequest"] {
  const { name, specialization, zone } = values;
  const { fee, ...rest } = changeOf(values, locale);
  return { ...rest, name, specialization, zone, fee: fee as Schemas["FeeRequest"] };
}

/** What is not the same in both. */
export function differing(one: DoctorValues, other: DoctorValues): (keyof DoctorValues)[] {
  const names = Object.keys(one) as (keyof DoctorValues)[];
  return names.filter((name) => String(one[name]) !== String(other[name]));
}
