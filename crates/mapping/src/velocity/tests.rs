//! Templates against what Velocity 1.7 prints, and the limits.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::{Template, TemplateError};
use crate::{Input, Params, Rendered, Scope};

const BODY: &str = r#"{"a":1,"s":"x/y","d":1.5,"n":null,"t":true,"list":["a/b",{"k":"v"},[1],null],
    "o":{"p":{"q":[]}}}"#;

fn render_with(template: &str, context: &Value, body: &str) -> Result<Rendered, TemplateError> {
    let mut params = Params::default();
    params.path.insert("id".to_owned(), "7".to_owned());
    params.querystring.insert("q".to_owned(), "it's".to_owned());
    params.header.insert("Accept".to_owned(), "*/*".to_owned());
    let stage_variables = BTreeMap::from([("color".to_owned(), "red".to_owned())]);
    let input = Input {
        body,
        params: &params,
    };
    let scope = Scope {
        input,
        context,
        stage_variables: &stage_variables,
    };
    Template::parse(template)?.render(&scope)
}

fn render(template: &str) -> Result<String, TemplateError> {
    let context = json!({"requestId": "r-1", "identity": {"sourceIp": "127.0.0.1", "n": 1}});
    render_with(template, &context, BODY).map(|rendered| rendered.text)
}

fn check(template: &str, expected: &str) {
    assert_eq!(render(template).as_deref(), Ok(expected), "{template}");
}

#[test]
fn references_render_as_velocity_renders_them() {
    check(
        "#set($x=1)$x ${x}y $!x $5.00 $-x $ x",
        "1 1y 1 $5.00 $-x $ x",
    );
    check("$undefined|$!undefined|${a.b.c}|$a.b()|$a[0]", "||||");
    check(
        r"\$foo \\$foo|#set($foo=1)\$foo \\$foo \\\$foo",
        r"$foo \|$foo \1 \$foo",
    );
    check(
        "#set($m={'a':{'b':[1,{'c':2}]}})$m.a.b[1].c $m.a.b[-2] $m['a']",
        "2 1 {b=[1, {c=2}]}",
    );
    check(
        "#set($m={})#set($m.a={})#set($m.a.b=1)#set($m['c']=2)$m",
        "{a={b=1}, c=2}",
    );
    check("#set($x.y = 3)$x.y|", "|");
    check("#set($x=1)$x #set($y=2)|", "1|");
}

#[test]
fn directives_take_their_line_ends_along() {
    check("#if(true)\n  a\n#end\nb", "  a\nb");
    check(
        "  #if(true)  \n  a\n  #else  \n b\n  #end  \nb",
        "    a\n  b",
    );
    check("#foreach($i in [1,2])\n$i\n#end\nz", "1\n2\nz");
    check("x #* c *# y\n## foo\nz", "x  y\nz");
    check("#[[ raw $x #if ]]# z", " raw $x #if  z");
    check("#* unterminated", "");
}

#[test]
fn conditions_hold_as_in_velocity() {
    check(
        "#if(1)y#{else}n#end#if('a')y#{else}n#end#if(1+1)y#{else}n#end",
        "nnn",
    );
    check(
        "#set($z=0)#if($z)y#end#if($undefined)y#end#if(!$undefined)n#end",
        "yy",
    );
    check(
        "#if(1=='1')y#end#if('a'<'b')n#end#if([1]==[1])y#end#if(2 ge 2.0)y#end",
        "yyy",
    );
    check("#if(false)a#elseif(true || false)b#{else}c#end", "b");
    check("#if(not false and true)y#end", "y");
}

#[test]
fn arithmetic_follows_java() {
    check(
        "#set($x = 7 / 2)$x;#set($x = 7.0/2)$x;#set($x=-5%3)$x;#set($x=-5/2)$x",
        "3;3.5;-2;-2",
    );
    check(
        "#set($x=1/0)[$x]#set($x='x'+1+2)$x#set($x=1+2+'x')$x",
        "[]x123x",
    );
    check(
        "#set($x=9223372036854775807+1)$x;#set($x=1.0E10)$x",
        "9223372036854775808;1.0E10",
    );
    assert!(render("#set($x = 5-2)$x").is_err());
}

#[test]
fn loops_know_where_they_are() {
    let template = "#foreach($i in [3..1])$foreach.index/$foreach.count/$foreach.hasNext/\
        $foreach.first/$foreach.last/$velocityCount #end$foreach.index|$i";
    check(
        template,
        "0/1/true/true/false/1 1/2/true/false/false/2 2/3/false/false/true/3 |",
    );
    check("#foreach($i in [1..3])$i#if($i==2)#break#end,#end", "1,2");
    check(
        "#foreach($i in [1,2])#foreach($j in [1,2])$j#break($foreach.parent)#end;#end",
        "1",
    );
    check(
        "#foreach($i in {'a':1})$i#end#foreach($i in 'abc')$i#end",
        "1",
    );
    check("#foreach($i in [1..2000])#set($c=$i)#end$c", "1000");
    check("a#stop()b", "a");
    check("a#break()b", "a");
}

#[test]
fn macros_take_their_arguments_by_name() {
    check("#macro(hi $a)[$a]#end#hi('x')#hi(3)|#hi()", "[x][3]|[]");
    check("#hi(1)#macro(hi $a)2$a#end", "21");
    check("#macro(m $a)1#end#macro(m $a)2#end#m(1)", "1");
    check(
        "#macro(r $n)#if($n>0)$n #set($k=$n - 1)#r($k)#end#end#r(3)",
        "321",
    );
    check("#macro(wrap)<$bodyContent>#end#@wrap()body#end", "<body>");
    check("#set($x=1)#macro(m $a)$a#set($x=2)$a#end#m($x)", "12");
    assert_eq!(
        render("#macro(loop)x#loop()#end#loop()"),
        Err(TemplateError::MacroDepth)
    );
}

#[test]
fn what_is_no_directive_is_text() {
    check(
        "#foo(1) bar #foo (bar) #unknown #1 # ## c",
        "#foo(1) bar #foo (bar) #unknown #1 # ",
    );
    check(
        r"\#if(true) \\#if(true)x#end \#foo \\#foo \#end",
        r"#if(true) \x \#foo \\#foo #end",
    );
    check("#@wrap()body#end", "#@wrap()body#end");
    check("#IF(true)x", "#IF(true)x");
}

#[test]
fn blocks_and_evaluated_text_render_where_they_are_named() {
    check("#define($d)$d#end$d", "$d");
    check("#define($b)$x#end#set($x=1)$b#set($x=2)$b", "12");
    check("#evaluate('#set($x=3)$x')", "3");
    check("#literal()$x #foo#end|", "$x #foo|");
}

#[test]
fn strings_interpolate_in_double_quotes_only() {
    check(
        "#set($x=1)#set($y=\"a$x#if(true)b#end\")$y#set($y='$x')$y",
        "a1b$x",
    );
    check(
        "#set($x=\"a\"\"b\")$x#set($x='a''b')$x#set($x=\"\\u0041\")$x",
        "a\"ba'bA",
    );
    check("#set($x = \"a$\")$x|#set($x = \"a#b\")$x|", "a$|a#b|");
}

#[test]
fn methods_work_as_in_java() {
    check(
        "#set($s='a-b-c')$s.split('-').size() $s.indexOf('b') $s.replace('-','+') $s.length()",
        "3 2 a+b+c 5",
    );
    check(
        "#set($l=[3,1])$l.add(2) $l.remove(0) $l $l.addAll([5]) $l.set(0,9)",
        "true 3 [1, 2] true 1",
    );
    check(
        "#set($m={})$m.put('a',1)|$m.put('a',2)|$m.containsKey('a')|$m.remove('a')",
        "|1|true|2",
    );
    check(
        "#set($s='abc')$s.empty $s.hashCode() $s.substring(1,2) $s.nope() $s.class|",
        "false 96354 b  |",
    );
    assert!(render("#set($x=[1])$x.get(7)").is_err());
    assert!(render("#set($s='a')$s.substring(3)").is_err());
}

#[test]
fn documents_print_as_on_aws() {
    check(
        "$input.path('$')",
        "{a=1, s=x/y, d=1.5, n=null, t=true, list=[\"a\\/b\",{\"k\":\"v\"},[1],null], o={p={q=[]}}}",
    );
    check("$input.json('$.list')", r#"["a/b",{"k":"v"},[1],null]"#);
    check(
        "$input.json('$.s') $input.path('$.s') [$input.path('$.n')]",
        "\"x/y\" x/y []",
    );
    check(
        "#foreach($i in $input.path('$.list'))$i;#end",
        "a/b;{k=v};[1];;",
    );
    check(
        "#set($l=$input.path('$.list'))$l.size() $l[0] $l.get(1).k",
        "4 a/b v",
    );
    check("$input.path('$.missing')|$input.json('$.missing')", "|\"\"");
    check("#foreach($k in $input.path('$.o').keySet())$k#end", "p");
}

#[test]
fn an_absent_body_is_an_empty_object() {
    let rendered = render_with("$input.body $input.json('$')", &json!({}), "").unwrap();
    assert_eq!(rendered.text, "{} {}");
}

#[test]
fn parameters_context_and_stage_variables_are_there() {
    check(
        "$input.params('id') $input.params('q') $input.params('accept')",
        "7 it's */*",
    );
    check(
        "$input.params().path.id $input.params().header.get('Accept')",
        "7 */*",
    );
    check(
        "#foreach($k in $input.params().querystring.keySet())$k#end",
        "q",
    );
    check(
        "$context.requestId $context.identity.sourceIp $context.identity",
        "r-1 127.0.0.1 {sourceIp=127.0.0.1, n=1}",
    );
    check(
        "$stageVariables.color ${stageVariables['color']} $stageVariables.get('color')",
        "red red red",
    );
    check("$util.escapeJavaScript($input.params('q'))", r"it\'s");
    check(
        "$util.base64Decode($util.base64Encode('é')) $util.urlEncode('a b')",
        "é a+b",
    );
    check("$util.parseJson('{\"a\":[1]}').a[0]", "1");
}

#[test]
fn overrides_are_taken_from_the_context() {
    let template = "#set($context.requestOverride.header.X-A = 'b')\
        #set($context.requestOverride.path.id = 3)\
        #set($context.responseOverride.status = '404')";
    let rendered = render_with(template, &json!({}), "").unwrap();
    assert_eq!(rendered.request_override.headers["X-A"], "b");
    assert_eq!(rendered.request_override.path["id"], "3");
    assert_eq!(rendered.response_override.status, Some(404));
    let earlier = json!({"requestOverride": rendered.request_override});
    let later = render_with("$context.requestOverride.path.id", &earlier, "").unwrap();
    assert_eq!(later.text, "3");
    assert!(
        render_with(
            "#set($context.responseOverride.status = 'x')",
            &json!({}),
            ""
        )
        .is_err()
    );
}

#[test]
fn what_velocity_refuses_is_refused() {
    for template in [
        "Hello $",
        "${foo",
        "${foo bar}",
        "#end",
        "#else",
        "#if(true)",
        "#foo(",
        "$foo[a]",
        "$foo[",
        "$foo.bar(+)",
        "#if(null)x#end",
        "#set($x = \"a)",
        "#foreach($i [1])#end",
        "#include('a')",
    ] {
        assert!(Template::parse(template).is_err(), "{template}");
    }
}

#[test]
fn a_template_can_not_run_away() {
    let nested = "#foreach($a in [1..1000])#foreach($b in [1..1000])#foreach($c in [1..1000])\
        $a#end#end#end";
    assert!(matches!(
        render(nested),
        Err(TemplateError::Steps { .. } | TemplateError::Size { .. })
    ));
    let doubling = "#set($s='xxxxxxxx')#foreach($i in [1..60])#set($s=\"$s$s\")#end$s";
    assert!(matches!(render(doubling), Err(TemplateError::Size { .. })));
    let cyclic = "#set($m={})#set($m.self=$m)$m";
    assert!(matches!(render(cyclic), Err(TemplateError::Depth { .. })));
    let deep = format!("{}{}", "#if(true)".repeat(5000), "#end".repeat(5000));
    assert!(matches!(render(&deep), Err(TemplateError::Depth { .. })));
    let brackets = format!("#set($x={}1{})", "[".repeat(5000), "]".repeat(5000));
    assert!(matches!(
        render(&brackets),
        Err(TemplateError::Depth { .. })
    ));
    let chain = "#set($x=[])#foreach($i in [1..1000])#set($x=[$x])#end$x";
    assert!(matches!(render(chain), Err(TemplateError::Depth { .. })));
    let evaluated = "#set($e='#evaluate($e)')#evaluate($e)";
    assert!(matches!(
        render(evaluated),
        Err(TemplateError::Depth { .. })
    ));
}
