"""Findings in the phrases of evaluation reports: "Namun demikian, masih terdapat ...", then "Agar ..."."""

from lkjip_checks.catalogue import CATALOGUE
from lkjip_schemas.bilingual import Language, pick
from lkjip_schemas.vocabulary import FindingClass

_OPENINGS: dict[FindingClass, tuple[str, str]] = {
    FindingClass.ARITHMETIC: (
        "Namun demikian, masih terdapat angka yang tidak sesuai dengan hitungannya, yaitu: ",
        "However, there are still figures that do not follow from their arithmetic: ",
    ),
    FindingClass.CONFLICT: (
        "Namun demikian, masih terdapat perbedaan antarbagian dokumen, yaitu: ",
        "However, there are still differences between parts of the documents: ",
    ),
    FindingClass.COMPLETENESS: (
        "Namun demikian, masih terdapat bagian yang belum dipenuhi, yaitu: ",
        "However, there are still parts that are not fulfilled: ",
    ),
    FindingClass.QUALITY: (
        "Namun demikian, masih terdapat hal yang perlu diperbaiki, yaitu: ",
        "However, there is still something to improve: ",
    ),
    FindingClass.EXTRACTION_DOUBT: (
        "Terdapat angka yang diragukan bacaannya dan perlu dicocokkan dengan halamannya, yaitu: ",
        "Some figures were read with doubt and should be compared with the page: ",
    ),
}


def evaluation_phrase(
    rule_id: str, finding_class: FindingClass, message_id: str, message_en: str, language: Language
) -> tuple[str, str]:
    """The sentence on a finding and its recommendation, as a report of an evaluation words them.

    A figure in doubt recommends nothing to the agency: the reviewer is asked to look.
    """
    opening = pick(language, *_OPENINGS[finding_class])
    info = CATALOGUE["TX-03" if finding_class is FindingClass.EXTRACTION_DOUBT else rule_id]
    message = pick(language, message_id, message_en)
    return opening + message[:1].lower() + message[1:], pick(
        language, info.recommendation_id, info.recommendation_en
    )
