"""The conventions of wire copy and news sites, line by line: what each line is when it stands in a report."""

from collections.abc import Callable

import pytest

from onrecord.records import Article, BlockKind

STORY = """Ministers agree to widen fisheries talks
{top}
NAIROBI, March 12 (Fjord News) - Foreign Minister Astrid Halvorsen met her counterpart, Daniel Otieno, in Nairobi on \
Tuesday.

"We have listened to each other carefully, and we leave with a plan," Halvorsen told reporters after the talks.
{middle}
Otieno said that Kenya wanted an agreement before the end of the year and that two teams would meet next month.

The two ministers last met in Oslo in 2019, when they signed an agreement on the protection of whales.
{end}
"""

BYLINES_ABOVE = (
    "By Ruth Amari",
    "By RUTH AMARI and PAUL STRAND",
    "By Ruth Amari, Associated Press",
    "By Ruth Amari | The Harbour Gazette",
    "By Ruth Amari in Nairobi and Paul Strand in London",
    "By Ruth Amari, Paul Strand and Mei Lin",
    "Written by Ruth Amari",
    "Reported by Ruth Amari",
    "By Ruth Amari, Staff Writer",
    "By Ruth Amari, diplomatic correspondent",
    "By Ruth Amari of the Fjord News",
    "By Fjord News Staff",
    "Author: Ruth Amari",
    "Story by Ruth Amari",
    "By Dr. Ruth Amari",
    "by Ruth Amari",
    "By: Ruth Amari",
    "BY RUTH AMARI",
    "By Ruth van den Berg and Omar al-Sayed",
    "By Ruth Amari @ruthamari",
    "By Ruth Amari • March 12, 2024",
    "By Ruth Amari - March 12, 2024",
    "By Ruth Amari March 12, 2024 at 5:10 p.m. EDT",
    "By Associated Press",
)

CREDITS_BELOW = (
    "Reporting by Ruth Amari; Editing by Paul Strand",
    "(Reporting by Ruth Amari; Editing by Paul Strand)",
    "(Reporting by Ruth Amari in Nairobi and Mei Lin in London; Writing by Paul Strand; Editing by Tom"
    " Reed and Ana Cruz)",
    "(Additional reporting by Ruth Amari)",
    "Additional reporting by Ruth Amari in Nairobi.",
    "Associated Press writer Ruth Amari in Nairobi contributed to this report.",
    "Ruth Amari contributed to this report.",
    "The Associated Press contributed to this report.",
    "With files from Fjord Press",
    "With reporting by Ruth Amari",
    "Edited by: Ruth Amari",
    "Writing by Ruth Amari, editing by Paul Strand",
    "Fjord Press writers Ruth Amari and Paul Strand contributed to this story.",
    "Contributing: Ruth Amari",
    "(With inputs from agencies)",
    "[Reporting by Ruth Amari]",
    "Compiled by Ruth Amari",
    "Translated by Ruth Amari",
    "Produced by Ruth Amari",
    "Source: Fjord News",
    "SOURCE: FJORD NEWS",
    "Source: Agencies",
    "- AFP",
    "—AFP",
    "--AFP",
    "AFP",
    "jk/ab (AFP, Reuters)",
)

TIME_STAMPS = (
    "March 12, 2024",
    "Published March 12, 2024",
    "Published: 12 March 2024",
    "Updated 2:30 PM ET, Tue March 12, 2024",
    "Last updated: 12 Mar 2024 10:00 GMT",
    "12 Mar 2024, 10:00 (IST)",
    "Mar 12, 2024 / 3:12 PM",
    "March 12, 2024 5:05 AM ET",
    "Tuesday 12 March 2024 10.05 GMT",
    "2024-03-12 10:00:00",
    "2024-03-12T10:00:00Z",
    "First published on Tue 12 Mar 2024 06.00 CET",
    "Published On 12 Mar 2024",
    "Posted on March 12, 2024 by admin",
    "12 March 2024, 14:35",
    "12.03.2024",
    "31/03/2024",
    "Published 10:21 AM EDT, March 12, 2024",
    "Tue, Mar 12, 2024 at 10:21 AM UTC",
    "12th March 2024",
)

JUNK_IN_THE_STORY = (
    "Advertisement",
    "ADVERTISEMENT",
    "Story continues below advertisement",
    "Article continues after this message",
    "Read more: Whales return to the fjord",
    "READ MORE: Whales return to the fjord",
    "READ | Whales return to the fjord",
    "ALSO READ: Whales return to the fjord",
    "Also Read | Whales return to the fjord",
    ">> Read also: Whales return to the fjord",
    "[READ: Whales return to the fjord]",
    "(Read more: Whales return to the fjord)",
    "Related: Whales return to the fjord",
    "RELATED STORY Whales return to the fjord",
    "Watch: Ministers shake hands in Nairobi",
    "WATCH | Ministers shake hands in Nairobi",
    "VIDEO: Ministers shake hands in Nairobi",
    "SEE ALSO: Whales return to the fjord",
    "See also: Whales return to the fjord",
    "Don't miss: Whales return to the fjord",
    "MUST READ: Whales return to the fjord",
    "EXPLAINER: What the fisheries talks are about",
    "Sign up for our newsletter",
    "Sign up for The Morning Catch, our daily newsletter.",
    "Sign up for the Fjord News newsletter and get the day's top stories every morning.",
    "Subscribe to our newsletter to get the latest in your inbox.",
    "Get the latest news delivered to your inbox",
    "Follow us on Twitter",
    "Follow @fjordnews on Twitter",
    "Like us on Facebook",
    "Download the Fjord News app",
    "Click here to read the full report.",
    "Share",
    "Share this article",
    "Facebook Twitter Email",
    "Share on Facebook",
    "Tweet",
    "Print",
    "1 of 5",
    "1/5",
    "View 3 images",
    "Gallery: Ministers meet in Nairobi",
    "Photos: Ministers meet in Nairobi",
    "Loading...",
    "This video can not be played",
    "Media playback is not supported on this device",
    "Listen to this article",
    "4 min read",
    "3 minutes ago",
    "12 Comments",
    "We use cookies to improve your experience on this site.",
    'By clicking "Accept", you agree to our use of cookies.',
    "Support independent journalism. Donate today.",
    "Support our work",
    "Become a member",
    "Recommended Stories",
    "Recommended",
    "list of 3 items",
    "list 1 of 3",
    "end of list",
    "Most Read",
    "Trending",
    "What to read next",
    "Skip past newsletter promotion",
    "after newsletter promotion",
    "Copy link",
    "Save",
    "Getty Images",
    "Image source, Getty Images",
    "Image source, EPA",
    "AP Photo/Nils Aker",
    "Photo: Nils Aker/FNP",
    "[Nils Aker/FNP]",
    "(Photo by Nils Aker/FNP)",
    "Credit: Nils Aker",
    "Tap here to add Fjord News as a trusted source",
    "Follow our live blog for more",
    "Our Standards: The Fjord Trust Principles.",
    "Our Standards: The Fjord News Trust Principles., opens new tab",
    "Purchase Licensing Rights",
    "Suggested Topics:",
    "Continue reading",
    "Story continues",
    "Scroll down to continue",
    "This content is hosted by a third party.",
    "Hide Caption",
    "To display this content from YouTube, you must enable advertisement tracking and audience measurement.",
    "One of your browser extensions seems to be blocking the video player from loading.",
    "Unmute",
    "Play",
    "ADVERTISEMENT - CONTINUE READING BELOW",
    "Sponsored Content",
    "PROMOTED",
    "Newsletter",
    "***",
    "* * *",
    "---",
    "###",
    "More on this story",
    "Editors' Picks",
)

JUNK_BELOW = (
    "Copyright 2024 Fjord News. All rights reserved.",
    "© 2024 Fjord News",
    "(c) 2024 Fjord News. Distributed by Tribune Content Agency.",
    "Copyright © 2024 The Associated Press. All rights reserved. This material may not be published,"
    " broadcast, written or redistributed.",
    "This material may not be published, broadcast, rewritten, or redistributed.",
    "-ENDS-",
    "ENDS",
    "###",
    "(END)",
    "- 30 -",
    "Topics: Kenya, Norway, Fisheries",
    "Tags: Kenya Norway Fisheries",
    "Filed Under: Kenya",
    "Latest Headlines",
    "Trending Stories",
    "More from World",
    "Comments",
    "Leave a comment",
    "Have something to say? Let us know in the comments.",
    "Do you have a story? Email tips@fjordnews.example",
    "Follow Ruth Amari on Twitter: @ruthamari",
    "Follow Ruth Amari on Twitter at @ruthamari.",
    "Ruth Amari can be reached at ruth@fjordnews.example",
    "Contact the author at ruth@fjordnews.example",
    "Email: ruth@fjordnews.example",
    "Follow AP's coverage of Kenya at https://apnews.example/hub/kenya",
    "More AP news: https://apnews.example/hub/kenya",
    "For more information, visit www.fjordnews.example",
    "(This story has not been edited by staff and is auto-generated from a syndicated feed.)",
    "This story was originally published March 12, 2024, 5:00 AM.",
    "This article was originally published on The Conversation. Read the original article.",
    "Republished with permission.",
    "The views expressed in this article are the author's own and do not necessarily reflect the"
    " editorial policy of Fjord News.",
    "Read more on:",
    "Return to homepage",
    "Back to top",
    "Home",
    "Privacy Policy",
    "Terms of Use",
    "About us | Contact | Privacy",
    "First Published: Mar 12, 2024 10:00 IST",
    "Last Updated: March 12, 2024, 10:00 IST",
    "Want to read more? Subscribe now.",
    "Get email notifications on Ruth Amari daily!",
    "Your notification has been saved.",
    "Previous Article",
    "Next Article",
    "Thank you for reading!",
    "Show Comments",
    "Most Popular",
)

CAPTIONS = (
    "Astrid Halvorsen speaks to reporters in Nairobi on Tuesday. Photo by Nils Aker/FNP",
    "Astrid Halvorsen, left, and Daniel Otieno shake hands in Nairobi on Tuesday. (AP Photo/Nils Aker)",
    "Astrid Halvorsen speaks in Nairobi, Kenya, March 12, 2024. REUTERS/Nils Aker",
    "Astrid Halvorsen speaks in Nairobi, Kenya, March 12, 2024. REUTERS/Nils Aker/File Photo",
    "Astrid Halvorsen speaks in Nairobi. [Nils Aker/Al Jazeera]",
    "Astrid Halvorsen speaks in Nairobi (Image: Getty)",
    "Astrid Halvorsen speaks in Nairobi. Credit: Nils Aker",
    "Astrid Halvorsen speaks in Nairobi. Photograph: Nils Aker/EPA",
    "FILE - Astrid Halvorsen speaks in Nairobi, Kenya, on March 3, 2023. (AP Photo/Nils Aker, File)",
    "FILE PHOTO: Astrid Halvorsen speaks in Nairobi, Kenya March 3, 2023. REUTERS/Nils Aker/File Photo",
    "A fisherman mends his net in the harbour of Mombasa. — AFP",
    "Image caption, Fishermen wait in the harbour of Mombasa",
    "Fishermen wait in the harbour of Mombasa | Photo: Nils Aker",
    "Fishermen wait in the harbour of Mombasa (Photo: Supplied)",
    "In this photo taken on Tuesday, fishermen wait in the harbour of Mombasa.",
    "Norwegian Foreign Minister Astrid Halvorsen (R) meets Daniel Otieno in Nairobi.",
    "2 of 5 | Fishermen wait in the harbour of Mombasa. Photo by Nils Aker/FNP | License Photo",
    "Pictured: Fishermen in the harbour of Mombasa",
    "A handout picture shows fishermen in the harbour of Mombasa.",
    "Fishermen wait in the harbour of Mombasa (photo credit: NILS AKER/REUTERS)",
    "Screengrab of a video that shows fishermen in Mombasa",
    "Fishermen in Mombasa, Kenya, March 3, 2023. (Nils Aker/Fjord News via AP)",
)

SENTENCES = (
    '"Read more books," she told the children.',
    "Sign up for the army, he told them, and you will see the world.",
    "Follow the money, the prosecutor said.",
    "Read the treaty, he said.",
    "Share prices fell 3 percent in Oslo on Tuesday.",
    "Print runs of newspapers have fallen by half.",
    "Advertisement revenue fell by a third, the company said.",
    "Related charges against two other men were dropped.",
    "Police said so.",
    "He denied it.",
    "Nobody was hurt.",
    "The vote passed 61-38.",
    '"No," she said.',
    "He was 84.",
    "Five people died.",
    "Trending topics on the network included the ministers' names, the company said.",
    "More than 40 boats were seized.",
    "More from the two ministers is expected on Friday, officials said.",
    "Subscribe to the treaty and you accept its rules, Otieno said.",
    "Watch towers were built along the coast.",
    "Photos showed boats on fire in the harbour.",
    "Photo editors at the paper walked out in protest.",
    "Video of the attack spread on social media.",
    "A spokesman for Getty Images said the company would appeal.",
    "The Associated Press could not verify the claim.",
    "Copyright law protects the books, the court ruled.",
    "Contact between the two armies was lost on Monday.",
    "By Tuesday, the boats had gone.",
    "By law, the minister must answer within 30 days.",
    "By Monday evening, Halvorsen and Otieno had left.",
    "Comments by the minister drew anger in Oslo.",
    "Support for the government fell to 31 percent.",
    "Live ammunition was used, witnesses said.",
    "Listen to the people, Otieno said.",
    "Tags on the boats showed where they came from.",
    "On the left, the party lost ground; on the right, it won.",
    "Home prices rose 4 percent.",
    "Print, radio and television journalists were barred.",
    "Next, the ministers will travel to Mombasa.",
    "Email records showed that the minister knew, prosecutors said.",
    "Save the whales, the crowd shouted.",
    "Cookies and tea were served.",
    "Topics included fish quotas, whales and trade.",
    "In pictures released by the army, boats are seen on fire.",
    "See you in court, he said.",
    "Gallery owners said they would close.",
    "The correction was printed on Friday.",
    "This story is not over, he said.",
    "Breaking news reached the ministers in Mombasa.",
    "Watch out for the next step, analysts say.",
    "The newsletter was shut down by police in 2020.",
    "A newsletter that the group published in May called for attacks on police.",
    "Officials urged residents to sign up for our national service, he said.",
    'She said the company was "built on fear."',
    "The Sun and The Times reported the same.",
    "It is the first of 5 meetings.",
)

HEADINGS = (
    "A long quarrel",
    "What happens next?",
    "'Nobody asked us'",
    '"Nobody asked us"',
    "Whales and quotas",
    "WHALES AND QUOTAS",
    "Background",
    "Background to the talks",
    "Why it matters",
    "What they said",
)

NOTES = (
    "Correction: An earlier version of this story misstated the year of the last meeting.",
    "CORRECTION: The two ministers last met in 2019, not 2018.",
    "This story has been updated.",
    "This story has been corrected to show that the ministers met in Oslo.",
    "This article was amended on 13 March 2024 because an earlier version misspelled a name.",
    "Editor's note: This story has been updated with a comment by the ministry.",
    "(This March 12 story has been corrected to fix the year in paragraph 5)",
    "An earlier version of this article gave the wrong year for the meeting in Oslo.",
    "Clarification: The ministry says that the teams will meet in Mombasa.",
    "Update: This story has been updated with a comment by the ministry.",
    "(Corrects year in fifth paragraph)",
    "(Adds details, background)",
    "(Updates with comment)",
    "This is a developing story. Please check back for updates.",
    "This is a developing story and will be updated.",
    "Refiles to fix typo in headline",
)


def kinds(find: Callable[[str], Article], line: str, place: str) -> set[BlockKind]:
    """The kinds of the blocks that a line of the story is cut into."""
    text = STORY.format(**{where: f"\n{line}\n" if where == place else "" for where in ("top", "middle", "end")})
    start = text.index(f"\n{line}\n") + 1
    return {block.kind for block in find(text).blocks if block.start < start + len(line) and start < block.end}


@pytest.mark.parametrize("line", BYLINES_ABOVE)
def test_bylines_above_the_story(find: Callable[[str], Article], line: str) -> None:
    assert kinds(find, line, "top") == {BlockKind.BYLINE}


@pytest.mark.parametrize("line", CREDITS_BELOW)
def test_credits_below_the_story(find: Callable[[str], Article], line: str) -> None:
    assert kinds(find, line, "end") == {BlockKind.BYLINE}


@pytest.mark.parametrize("line", TIME_STAMPS)
def test_time_stamps(find: Callable[[str], Article], line: str) -> None:
    assert kinds(find, line, "top") == {BlockKind.DATELINE}


@pytest.mark.parametrize("line", JUNK_IN_THE_STORY)
def test_junk_between_paragraphs(find: Callable[[str], Article], line: str) -> None:
    assert kinds(find, line, "middle") == {BlockKind.RESIDUE}


@pytest.mark.parametrize("line", JUNK_BELOW)
def test_junk_below_the_story(find: Callable[[str], Article], line: str) -> None:
    assert kinds(find, line, "end") == {BlockKind.RESIDUE}


@pytest.mark.parametrize("line", CAPTIONS)
def test_captions(find: Callable[[str], Article], line: str) -> None:
    assert kinds(find, line, "middle") - {BlockKind.RESIDUE} == {BlockKind.CAPTION}


@pytest.mark.parametrize("line", SENTENCES)
def test_sentences_of_the_story_that_begin_like_junk(find: Callable[[str], Article], line: str) -> None:
    assert kinds(find, line, "middle") == {BlockKind.PARAGRAPH}


@pytest.mark.parametrize("line", HEADINGS)
def test_headings(find: Callable[[str], Article], line: str) -> None:
    assert kinds(find, line, "middle") == {BlockKind.HEADING}


@pytest.mark.parametrize("line", NOTES)
def test_notes_on_the_report(find: Callable[[str], Article], line: str) -> None:
    assert kinds(find, line, "end") == {BlockKind.CORRECTION}
