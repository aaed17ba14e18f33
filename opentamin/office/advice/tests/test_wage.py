"""«حق بیمهٔ این مزد چقدر است؟»"""


def test_the_shares_of_a_month(answer):
    page = answer("wage")
    assert "سهم شما از این مزد ۱۵٬۶۲۷٬۸۸۵ ریال است" in page and "۶۶٬۹۷۶٬۶۵۰ ریال می‌پردازد" in page


def test_more_days_than_the_month_has_are_pointed_out(asking):
    assert "آبان ۱۴۰۵ ۳۰ روز دارد." in asking("wage", days="۳۱").content.decode().replace("\xa0", " ")
