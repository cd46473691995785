/**
 * The letter's HTML, for nunjucks. In a source and not beside it: an installation without sources can send letters too.
 * Classes are for dark mode alone; all else is inline, as some mail programs drop styles (Gmail's app) or know few of them
 * (Outlook, which lays out tables and no boxes).
 */
export const letterTemplate = `{% set font = "font-family:Arial,Helvetica,sans-serif;" %}
{% macro paragraph(text, style="") %}
<p class="ink" style="margin:0 0 15px;color:#0b0c0c;{{ style }}">{{ text }}</p>
{% endmacro %}
{% macro item(one, level) %}
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td class="rule" style="border-top:1px solid #b1b4b6;padding:20px 0 25px;">
<p class="quiet" style="margin:0 0 8px;font-size:16px;line-height:24px;color:#484949;word-break:break-word;overflow-wrap:anywhere;">{{ one.name }}&ensp;<strong style="display:inline-block;max-width:100%;box-sizing:border-box;background-color:{{ one.rating.fill }};border:1px solid {{ one.rating.edge }};padding:0 8px;font-size:14px;line-height:22px;vertical-align:top;font-weight:bold;color:{{ one.rating.ink }};"><!--[if mso]>&nbsp;<![endif]-->{{ one.rating.word }}<!--[if mso]>&nbsp;<![endif]--></strong></p>
<h{{ level }} class="ink" style="margin:0 0 8px;font-size:19px;line-height:25px;font-weight:bold;color:#0b0c0c;word-break:break-word;overflow-wrap:anywhere;">{{ one.title }}</h{{ level }}>
<p class="{{ "late" if one.isOverdue else "ink" }}" style="margin:0 0 8px;font-weight:bold;color:{{ "#b10e1e" if one.isOverdue else "#0b0c0c" }};">{{ one.when }}</p>
{% for reason in one.reasons %}
<p class="ink" style="margin:0 0 8px;color:#0b0c0c;word-break:break-word;overflow-wrap:anywhere;">{{ reason }}</p>
{% endfor %}
{% if one.last %}
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="margin:12px 0 0;"><tr><td class="rule" style="border-left:4px solid #b1b4b6;padding:0 0 0 12px;word-break:break-word;overflow-wrap:anywhere;">
<p class="quiet" style="margin:0 0 4px;font-size:16px;line-height:22px;color:#484949;">{{ one.last.saidBy }}</p>
<p class="ink" style="margin:0;color:#0b0c0c;">“{{ one.last.text }}”</p>
</td></tr></table>
{% endif %}
<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:18px 0 0;"><tr><td bgcolor="#0f7a52" style="background-color:#0f7a52;border-bottom:2px solid #083d29;mso-padding-alt:10px 16px;"><a href="{{ one.answer.address }}" aria-label="{{ one.answer.words }}: {{ one.answer.about }}" style="display:inline-block;padding:10px 16px;{{ font }}font-size:17px;line-height:22px;font-weight:bold;color:#ffffff;text-decoration:none;">{{ one.answer.words }}</a></td></tr></table>
</td></tr></table>
{% endmacro %}
<!DOCTYPE html>
<html lang="en-GB" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="format-detection" content="telephone=no, date=no, address=no">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>{{ subject }}</title>
<style>
:root{color-scheme:light dark}
@media (prefers-color-scheme:dark){
.page{background-color:#17191b!important}
.ink{color:#f3f3f3!important}
.quiet{color:#c4c8ca!important}
.late{color:#ff9d94!important}
.rule{border-color:#5b6165!important}
.link{color:#9ac8f0!important}
}
</style>
</head>
<body class="page" style="margin:0;padding:0;background-color:#ffffff;">
<div style="display:none;max-height:0;overflow:hidden;mso-hide:all;" aria-hidden="true">{{ preview }}{% for _ in range(40) %}&#847;&zwnj;&nbsp;{% endfor %}</div>
<table role="presentation" class="page" width="100%" cellpadding="0" cellspacing="0" border="0" bgcolor="#ffffff" style="background-color:#ffffff;"><tr><td align="center">
<!--[if mso]><table role="presentation" width="600" cellpadding="0" cellspacing="0" border="0"><tr><td><![endif]-->
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:600px;"><tr><td align="left" style="padding:0 15px;{{ font }}font-size:17px;line-height:25px;">
<div role="main">
<p class="ink" style="margin:20px 0 0;padding:0 0 10px;border-bottom:4px solid #1d70b8;font-size:17px;line-height:24px;font-weight:bold;color:#0b0c0c;word-break:break-word;overflow-wrap:anywhere;">{{ plan }}</p>
<h1 class="ink" style="margin:25px 0 15px;font-size:27px;line-height:32px;font-weight:bold;color:#0b0c0c;">{{ heading }}</h1>
{{ paragraph(greeting, "word-break:break-word;overflow-wrap:anywhere;") }}
{% for text in intro %}
{{ paragraph(text) }}
{% endfor %}
{% for one in due %}
{{ item(one, 2) }}
{% endfor %}
{% if comingUp.length %}
{% if due.length %}
<h2 class="ink" style="margin:15px 0 15px;font-size:23px;line-height:28px;font-weight:bold;color:#0b0c0c;">Coming up</h2>
{% endif %}
{% for one in comingUp %}
{{ item(one, 3 if due.length else 2) }}
{% endfor %}
{% endif %}
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td class="rule" style="border-top:1px solid #b1b4b6;padding:20px 0 30px;word-break:break-word;overflow-wrap:anywhere;">
{% for one in footer %}
<p class="quiet" style="margin:0 0 12px;font-size:15px;line-height:21px;color:#484949;">{{ one.text }}{% if one.link %} <a class="link" href="{{ one.link.address }}" style="color:#1a65a6;text-decoration:underline;">{{ one.link.words }}</a>{% endif %}</p>
{% endfor %}
</td></tr></table>
</div>
</td></tr></table>
<!--[if mso]></td></tr></table><![endif]-->
</td></tr></table>
</body>
</html>
`;
